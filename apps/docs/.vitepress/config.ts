import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { readable } from '../build/markdown';
import { readVersions } from '../build/read-versions';
import { tokenize } from '../build/tokenize';
import { writeServiceWorker } from '../build/write-service-worker';
import { headers } from '../server/headers';
import { themeConfigOf } from './theme-config';

const serviceWorker = fileURLToPath(new URL('../service-worker/main.js', import.meta.url));

export default defineConfig({
  title: 'tenlab',
  base: process.env.DOCS_BASE ?? '/',
  cacheDir: './node_modules/.vitepress',
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['README.md', '**/node_modules/**'],
  // English stands at the root; the tree of the sources is the same for both languages.
  rewrites: { 'en/:rest*': ':rest*' },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env.DOCS_BASE ?? '/'}logo.svg` }]],
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: 'Deep learning you can learn from, in TypeScript, that trains fast in Node and in the page.',
      themeConfig: themeConfigOf('en'),
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh/',
      description: '可以边学边用的 TypeScript 深度学习：在 Node 和网页里都训练得快。',
      themeConfig: themeConfigOf('zh'),
    },
  },
  themeConfig: {
    logo: '/logo.svg',
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详细列表',
                resetButtonTitle: '清除搜索',
                backButtonTitle: '关闭搜索',
                noResultsText: '没有找到：',
                footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: readable,
  },
  vite: {
    define: { __TENLAB_VERSIONS__: JSON.stringify(readVersions()) },
    worker: { format: 'es' },
    server: { headers: { ...headers, 'Content-Security-Policy': '' } },
    build: { chunkSizeWarningLimit: 3000 },
  },
  async buildEnd({ outDir }) {
    await writeServiceWorker(outDir, await readFile(serviceWorker, 'utf8'));
  },
});
