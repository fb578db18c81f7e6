import { inWords, TenlabError } from '@tenlab/core';
import { shortPath } from '../cache/folder';
import { gunzip } from '../platform/gunzip';
import { nodeModule } from '../platform/node-modules';
import { type ImageSetDefinition, type ImageSetParts, type PublishedFile, partNames } from './image-set';
import { readIdxSet } from './read-idx-set';
import { readKerasNpz } from './read-keras-npz';

/** Reads the IDX files of a folder, plain or gzipped; undefined where there is none of them. Throws where some are missing or damaged. */
export async function readIdxFolder(
  definition: ImageSetDefinition,
  folder: string,
  remedy: string,
): Promise<ImageSetParts | undefined> {
  const names = new Set(await filesOf(folder));
  const files = partNames.map((part) => definition.idx[part].name);
  const missing = files.filter((name) => !names.has(name) && !names.has(`${name}.gz`));
  if (missing.length === files.length) return undefined;
  if (missing.length > 0) {
    throw new TenlabError({
      code: 'missing-file',
      place: shortPath(folder),
      expected: `the files ${files.join(', ')}`,
      received: inWords(`all but ${missing.join(', ')}`),
      remedy,
    });
  }
  return readIdxSet(definition, read, remedy);

  async function read(file: PublishedFile) {
    const packed = !names.has(file.name);
    const path = nodeModule('path').join(folder, packed ? `${file.name}.gz` : file.name);
    const bytes = await nodeModule('fs').promises.readFile(path);
    const place = shortPath(path);
    return { bytes: packed ? await gunzip(bytes, file.size, place, remedy) : bytes, place };
  }
}

/** Reads Keras's npz from a folder; undefined where there is none. */
export async function readNpzFolder(
  definition: ImageSetDefinition,
  folder: string,
): Promise<ImageSetParts | undefined> {
  if (definition.npz === undefined) return undefined;
  const path = nodeModule('path').join(folder, definition.npz.name);
  let bytes: Uint8Array;
  try {
    bytes = await nodeModule('fs').promises.readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return await readKerasNpz(bytes, definition, shortPath(path));
  } catch (error) {
    if (!TenlabError.isInstance(error)) throw error;
    // What to do about a bad array is said by the reader; here it is known that the file can be replaced.
    const { code, place, expected, received } = error;
    throw new TenlabError({
      code,
      ...(place !== undefined && { place }),
      expected,
      received: typeof received === 'string' ? inWords(received) : received,
      remedy: 'Move this file away: the published one is fetched in its place.',
      cause: error,
    });
  }
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return await nodeModule('fs').promises.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
