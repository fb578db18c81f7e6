import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@tenlab/labs';
import { allLabs } from './all-labs';
import { labFolder } from './lab-folder';

const sources = fileURLToPath(new URL('../../../packages/labs/src', import.meta.url));

const readme: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh-CN.md' };

/** The pages of all labs: each is the lesson of the lab's README, with the lab itself, live, after its first words. */
export async function labPages(language: Language) {
  return Promise.all(
    allLabs.map(async ({ about, load }) => {
      const { tiers, drawing } = await load();
      const lesson = await readFile(join(sources, labFolder(sources, about), readme[language]), 'utf8');
      const live = `<LiveLab lab="${about.id}" :tiers='${JSON.stringify(tiers)}' :drawing="${drawing !== undefined}" />`;
      return { params: { lab: about.id }, content: withLive(lesson, live) };
    }),
  );
}

/** Puts the live lab before the second heading, and keeps Vue from reading the lesson as a template. */
export function withLive(lesson: string, live: string): string {
  const at = lesson.search(/^## /m);
  const [first, rest] = at === -1 ? [lesson, ''] : [lesson.slice(0, at), lesson.slice(at)];
  return `${first}\n${live}\n\n${rest}`;
}
