import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFiles, projectPackages } from '../project/project-files';
import type { Screen } from './screen';
import { refuse } from './usage';

/** `tenlab new FOLDER`: writes a project of one's own: a train script that runs after `npm install`. */
export async function newProject(folder: string, screen: Screen): Promise<void> {
  const name = basename(resolve(folder));
  if (!/^[a-z0-9][a-z0-9._-]{0,100}$/.test(name)) {
    await refuse(
      'new',
      "a folder whose name npm takes: lower case letters, digits, '-', '_', '.'",
      name,
      'For example `new my-network`.',
    );
  }
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    await refuse('new', 'a folder that is not there or empty', folder, 'Choose another name: nothing is written over.');
  const versions = Object.fromEntries(
    await Promise.all(projectPackages.map(async (own) => [own, `^${await versionOf(own)}`])),
  );
  const files = projectFiles({ name, versions, language: screen.language });
  const { writeFileAtomically } = await import('@tenlab/core/node');
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFileAtomically(join(folder, file), text);
  screen.event({ event: 'project', folder: resolve(folder), files: Object.keys(files) });
  const { bold, cyan } = screen.colors;
  const where = relative(process.cwd(), resolve(folder)) || '.';
  screen.tell({
    en: `A project of your own: ${bold(name)}. Its program is ${cyan(join(where, 'train.js'))}.`,
    zh: `你自己的项目：${bold(name)}。程序在 ${cyan(join(where, 'train.js'))}。`,
  });
  screen.tell({ en: 'Try it:', zh: '试试看：' });
  for (const line of [`cd ${where}`, 'npm install', 'npm start']) screen.say(`  ${cyan(line)}`);
}

/** The version of a package as this command itself has it. */
async function versionOf(name: string): Promise<string> {
  const path = fileURLToPath(import.meta.resolve(`${name}/package.json`));
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version;
}
