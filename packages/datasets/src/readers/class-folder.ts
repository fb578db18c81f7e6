import { inWords, TenlabError } from '@tenlab/core';
import { shortPath } from '../cache/folder';
import type { LabelledFile } from '../images/load-image';
import { nodeModule } from '../platform/node-modules';

/** The files of a folder of classes. */
export interface ClassFolder {
  /** The names of the folders, in the order of their numbers. */
  classNames: readonly string[];
  /** Class after class, by path within each. */
  files: readonly LabelledFile[];
  /** Files of other kinds that were passed over. */
  others: readonly string[];
}

/**
 * Lists a folder of which each folder is a class; the files of a class may lie deeper. Hidden files are not looked at. Node only.
 *
 * @param extensions which files count, as `.png`
 * @param classNames the classes to take, in this order. Default: all, by name
 * @throws TenlabError for a folder that is not there, has no classes, or has a class without files
 */
export async function listClassFolder(
  folder: string,
  extensions: readonly string[],
  classNames?: readonly string[],
): Promise<ClassFolder> {
  const { join, extname } = nodeModule('path');
  const fail = (code: string, expected: string, received: string, remedy: string): never => {
    throw new TenlabError({ code, place: shortPath(folder), expected, received: inWords(received), remedy });
  };
  const found = await foldersIn(folder);
  if (found.length === 0) {
    fail('no-classes', 'a folder for each class', 'no folder', 'Sort the files into folders, one for each class.');
  }
  const missing = classNames?.find((name) => !found.includes(name));
  if (missing !== undefined) {
    fail('no-classes', `a folder '${missing}'`, `only ${found.join(', ')}`, 'Check `classNames`.');
  }
  const classes = classNames ?? found;
  const [files, others]: [LabelledFile[], string[]] = [[], []];
  for (const [label, name] of classes.entries()) {
    const before = files.length;
    for (const path of (await filesIn(join(folder, name))).sort(byCodeUnits)) {
      if (extensions.includes(extname(path).toLowerCase())) files.push({ path, label });
      else others.push(path);
    }
    if (files.length === before) {
      fail(
        'no-files',
        `files ending in ${extensions.join(', ')} in '${name}'`,
        'none',
        'Add some, or remove the folder.',
      );
    }
  }
  return { classNames: classes, files, others };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await nodeModule('fs')
    .promises.readdir(folder, { withFileTypes: true })
    .catch((cause: NodeJS.ErrnoException) => {
      throw new TenlabError({
        code: 'missing-folder',
        place: shortPath(folder),
        expected: 'a folder with a folder for each class',
        received: inWords(cause.code ?? cause.message),
        remedy: 'Check the path.',
        cause,
      });
    });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(byCodeUnits);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await nodeModule('fs').promises.readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => nodeModule('path').join(entry.parentPath, entry.name));
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
