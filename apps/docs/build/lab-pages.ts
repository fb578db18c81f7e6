import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@tenlab/labs';
import { allLabs } from './all-labs';
import { dataSize } from './data-size';
import { labFolder } from './lab-folder';
import { closureOf } from './lab-sources';
import type { ModelPicture } from './model-pictures';

const sources = fileURLToPath(new URL('../../../packages/labs/src', import.meta.url));

const data = fileURLToPath(new URL('../public/data', import.meta.url));

const heading: Readonly<Record<Language, string>> = { en: 'Run it here', zh: '在这里运行' };

const models = fileURLToPath(new URL('../public/models', import.meta.url));

const drawn: Readonly<Record<Language, string>> = { en: 'The model, drawn', zh: '模型图' };

const readme: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh-CN.md' };

/** The pages of all labs: each is the lesson of the lab's README, with the lab itself, live, after its first words. */
export async function labPages(language: Language) {
  return Promise.all(
    allLabs.map(async ({ about, load, exercise }) => {
      const { tiers, drawing } = await load();
      const folder = labFolder(sources, about);
      const lesson = await readFile(join(sources, folder, readme[language]), 'utf8');
      const size = dataSize(await closureOf(sources, `${folder}/lab.ts`), data);
      const props = `lab="${about.id}" :tiers='${JSON.stringify(tiers)}' :drawing="${drawing !== undefined}" :data-size="${size}"`;
      const live = `## ${heading[language]}\n\n<LiveLab ${props} />`;
      const after = exercise === undefined ? '' : `\n\n<LabExercise lab="${about.id}" />\n`;
      const pictures = await modelFigures(about.id, language);
      return { params: { lab: about.id }, content: withLive(lesson, `${live}${pictures}`) + after };
    }),
  );
}

/** The lab's models, drawn, to be unfolded; nothing where they are not drawn yet. */
async function modelFigures(id: string, language: Language): Promise<string> {
  const list = join(models, id, 'index.json');
  if (!existsSync(list)) return '';
  const pictures = JSON.parse(await readFile(list, 'utf8')) as Pick<ModelPicture, 'name' | 'layers'>[];
  if (pictures.length === 0) return '';
  const figures = pictures.map(
    ({ name, layers }) =>
      `<figure><img src="/models/${id}/${name}.svg" alt="${name}: ${layers}" loading="lazy"><figcaption>${name}</figcaption></figure>`,
  );
  return `\n\n<details class="models"><summary>${drawn[language]}</summary>\n${figures.join('\n')}\n</details>`;
}

/** Puts the live lab before the second heading, and keeps Vue from reading the lesson as a template. */
export function withLive(lesson: string, live: string): string {
  const at = lesson.search(/^## /m);
  const [first, rest] = at === -1 ? [lesson, ''] : [lesson.slice(0, at), lesson.slice(at)];
  return `${first}\n${live}\n\n${rest}`;
}
