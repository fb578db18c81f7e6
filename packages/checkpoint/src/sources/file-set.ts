import { inWords, TenlabError } from '@tenlab/core';
import { fileError, quoted } from '../formats/file-error';
import { type ByteSource, blobSource, bytesSource } from './byte-source';
import { fileSource } from './file-source';

/** The files of one folder, for formats of more than one file. A file may name only files beside it. */
export interface FileSet {
  /** How errors call it. */
  readonly place: string;
  /** Opens a file of the folder. Throws where there is none, and for a name that leads elsewhere. */
  open(name: string): Promise<ByteSource>;
  /** The names of all files. */
  list(): Promise<string[]>;
}

/** A folder of the disk. Node only. */
export function folderFiles(folder: string): FileSet {
  const { join } = process.getBuiltinModule('node:path');
  const { readdir } = process.getBuiltinModule('node:fs').promises;
  return {
    place: folder,
    async open(name) {
      expectPlainName(name, folder);
      return fileSource(join(folder, name));
    },
    list: () => readdir(folder),
  };
}

/** Files in memory or chosen in a page, by name. */
export function memoryFiles(files: ReadonlyMap<string, Uint8Array | Blob>, place: string): FileSet {
  return {
    place,
    async open(name) {
      expectPlainName(name, place);
      const file = files.get(name);
      if (file instanceof Uint8Array) return bytesSource(file, name);
      if (file !== undefined) return blobSource(file, name);
      throw new TenlabError({
        code: 'file-missing',
        place,
        expected: `a file named ${quoted(name)}`,
        received: inWords(`${[...files.keys()].map(quoted).join(', ') || 'none'}`),
        remedy: 'Pass all files that belong together.',
      });
    },
    list: async () => [...files.keys()],
  };
}

/** Throws for a name that could lead out of the folder. */
function expectPlainName(name: string, place: string): void {
  if (name !== '' && name !== '.' && name !== '..' && !/[/\\\0]|^[A-Za-z]:/.test(name)) return;
  throw fileError(
    place,
    'invalid-file',
    'the name of a file beside this one, without a folder',
    quoted(name),
    'A file must not name files elsewhere: it is damaged, or meant to do harm.',
  );
}
