import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Work } from '../grade';
import { Mistake } from '../mistake';
import { javascriptOf } from './javascript-of';

/**
 * Loads a learner's file. The JavaScript lies beside it while it is loaded, so that it may import files of its own.
 *
 * @throws Mistake `does-not-load` where it is no TypeScript, or fails before any of its functions is called.
 */
export async function loadWork(path: string): Promise<Work> {
  const source = await readFile(path, 'utf8');
  const file = join(dirname(path), `.exercise-${process.pid}.mjs`);
  try {
    await writeFile(
      file,
      javascriptOf(source, (name) => import.meta.resolve(name)),
    );
    return (await import(pathToFileURL(file).href)) as Work;
  } catch (error) {
    const { message } = error as Error;
    throw new Mistake('does-not-load', {
      en: `The file cannot be loaded: ${message} Look for a bracket or a quote that is not closed, and at the names that are imported.`,
      zh: `文件无法加载：${message} 看看是否有没关上的括号或引号，以及导入的名字是否正确。`,
    });
  } finally {
    await rm(file, { force: true });
  }
}
