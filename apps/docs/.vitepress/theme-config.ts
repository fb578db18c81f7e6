import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalog, extras, type Language } from '@tenlab/labs';
import type { DefaultTheme } from 'vitepress';

const words = {
  en: {
    start: 'Start',
    labs: 'Labs',
    guides: 'Guides',
    api: 'API',
    more: 'More',
    concepts: 'Concepts',
    overview: 'All labs',
    extras: 'Extras',
    packages: 'All packages',
    benchmarks: 'Benchmarks',
    features: 'Features',
    glossary: 'Glossary',
    guideTitles: {
      'command-line': 'The command line',
      'save-and-restore': 'Save and restore',
      'own-data': 'Your own data',
      'custom-layers-and-loops': 'Own layers and loops',
      gpu: 'GPU',
      'python-and-here': 'Between Python and here',
      speed: 'Speed',
    },
  },
  zh: {
    start: '开始',
    labs: '实验',
    guides: '指南',
    api: 'API',
    more: '更多',
    concepts: '概念',
    overview: '全部实验',
    extras: '附加实验',
    packages: '全部包',
    benchmarks: '基准测试',
    features: '功能一览',
    glossary: '术语表',
    guideTitles: {
      'command-line': '命令行',
      'save-and-restore': '保存与恢复',
      'own-data': '使用自己的数据',
      'custom-layers-and-loops': '自定义层与训练循环',
      gpu: 'GPU',
      'python-and-here': '与 Python 互通',
      speed: '速度',
    },
  },
} as const;

/** Navigation and fixed words in one language. The labs come from their catalog, the reference from what was generated. */
export function themeConfigOf(language: Language): DefaultTheme.Config {
  const w = words[language];
  const at = language === 'en' ? '' : '/zh';
  const guides = Object.entries(w.guideTitles).map(([name, text]) => ({ text, link: `${at}/guides/${name}` }));
  const labs = catalog.map(({ about }) => ({
    text: `${about.number}. ${about.title[language]}`,
    link: `${at}/labs/${about.id}`,
  }));
  const beyond = extras.map(({ about }) => ({ text: about.title[language], link: `${at}/labs/${about.id}` }));
  const more = [
    { text: w.benchmarks, link: `${at}/benchmarks` },
    { text: w.features, link: `${at}/features` },
    { text: w.glossary, link: `${at}/glossary` },
  ];
  const course = [
    {
      text: w.start,
      items: [
        { text: w.start, link: `${at}/start` },
        { text: w.concepts, link: `${at}/concepts` },
      ],
    },
    { text: w.labs, items: [{ text: w.overview, link: `${at}/labs/` }, ...labs] },
    { text: w.extras, items: beyond },
    { text: w.guides, items: guides },
    { text: w.more, items: more },
  ];
  return {
    nav: [
      { text: w.start, link: `${at}/start` },
      { text: w.labs, link: `${at}/labs/`, activeMatch: '/labs/' },
      { text: w.guides, link: guides[0]!.link, activeMatch: '/guides/' },
      { text: w.api, link: `${at}/api/`, activeMatch: '/api/' },
    ],
    sidebar: {
      [`${at}/api/`]: [{ text: w.api, items: [{ text: w.packages, link: `${at}/api/` }, ...apiItems(language, at)] }],
      [`${at}/`]: course,
    },
    ...(language === 'zh' ? chineseTheme : englishTheme),
  };
}

function apiItems(language: Language, at: string): DefaultTheme.SidebarItem[] {
  const folder = fileURLToPath(new URL(`../${language}/api`, import.meta.url));
  const pages = existsSync(folder) ? readdirSync(folder) : [];
  return pages
    .filter((file) => file !== 'index.md')
    .map((file) => file.replace(/\.md$/, ''))
    .map((name) => ({ text: name.replace(/^layers-/, 'layers / '), link: `${at}/api/${name}` }));
}

const englishTheme: DefaultTheme.Config = {
  outline: { level: [2, 3] },
  notFound: {
    title: 'There is no such page',
    quote: 'The address may be mistyped, or the page has moved.',
    linkLabel: 'Back to the first page',
    linkText: 'Back to the first page',
  },
};

const chineseTheme: DefaultTheme.Config = {
  outline: { level: [2, 3], label: '本页内容' },
  docFooter: { prev: '上一页', next: '下一页' },
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '切换到浅色',
  darkModeSwitchTitle: '切换到深色',
  sidebarMenuLabel: '目录',
  returnToTopLabel: '回到顶部',
  langMenuLabel: '切换语言',
  skipToContentLabel: '跳到正文',
  notFound: {
    title: '没有这个页面',
    quote: '地址可能写错了，或者页面已经移动。',
    linkLabel: '回到首页',
    linkText: '回到首页',
  },
};
