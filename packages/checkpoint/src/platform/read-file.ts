import { inWords, TenlabError } from '@tenlab/core';

// `process.getBuiltinModule` is no import: a bundler for the browser finds nothing it cannot resolve.

/** Whether this program runs in Node, where paths mean something. */
export function runsInNode(): boolean {
  return typeof process === 'object' && typeof process.getBuiltinModule === 'function';
}

/** Throws outside Node. `instead` names the function that does without files. */
export function expectNode(place: string, path: string, instead: string): void {
  if (runsInNode()) return;
  throw new TenlabError({
    code: 'needs-node',
    place,
    expected: 'Node, which has files',
    received: path,
    remedy: `In a browser use ${instead}.`,
  });
}

/** The bytes of a file. Throws a {@link TenlabError} where there is none, or it may not be read. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    return await process.getBuiltinModule('node:fs').promises.readFile(path);
  } catch (error) {
    throw readError(error, path) ?? error;
  }
}

/** Says in three parts why a file could not be read; undefined for an error that does not come from the file system. */
export function readError(error: unknown, path: string): TenlabError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = faults[code];
  if (fault === undefined) return undefined;
  return new TenlabError({ ...fault, place: path, received: inWords(code), cause: error });
}

const faults: Readonly<Record<string, { code: string; expected: string; remedy: string }>> = {
  ENOENT: {
    code: 'file-missing',
    expected: 'a file',
    remedy: 'Check the path; a relative one starts at the current folder.',
  },
  ENOTDIR: {
    code: 'file-missing',
    expected: 'a file',
    remedy: 'A part of this path is a file, not a folder: check it.',
  },
  EISDIR: { code: 'is-a-folder', expected: 'a file', remedy: 'This is a folder: name a file in it.' },
  EACCES: { code: 'permission-denied', expected: 'a file that may be read', remedy: 'Change its permissions.' },
};
