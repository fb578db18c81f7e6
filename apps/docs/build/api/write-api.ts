import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@tenlab/labs';
import { type ApiPage, anchors, apiPage } from './api-page';
import { apiPages } from './api-pages';

const intro = {
  en: `# API\n\nEvery name that the packages export, from the comments beside the code. Names, defaults and shapes are Keras's wherever Keras has the same thing; options are camelCase.`,
  zh: `# API\n\n各个包导出的全部名字，由代码旁的注释生成，因此说明文字是英文。凡是 Keras 有的，名字、默认值和形状都与 Keras 相同，选项写成 camelCase。`,
};

/** Writes the reference in both languages: the same pages, the frame in the reader's language. */
export async function writeApi(root: string, docs: string): Promise<void> {
  const pages = apiPages(root);
  for (const language of ['en', 'zh'] as const) {
    const folder = join(docs, language, 'api');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.md'), indexPage(pages, language));
    for (const page of pages) await writeFile(join(folder, `${page.id}.md`), apiPage(page, language));
  }
}

function indexPage(pages: readonly ApiPage[], language: Language): string {
  const parts = pages.map(({ id, title, entries }) => {
    const names = anchors(entries).map(({ name, anchor }) => `[${name}](./${id}#${anchor})`);
    return `## [${title}](./${id})\n\n<div class="names">\n\n${names.join('\n')}\n\n</div>`;
  });
  return `${[intro[language], ...parts].join('\n\n')}\n`;
}
