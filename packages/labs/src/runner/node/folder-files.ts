import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, writeFileAtomically } from '@tenlab/core/node';
import type { LabFiles } from '../../define-lab';

/**
 * A lab's files in a folder of the disk.
 *
 * @param written told of each file's path when it is there
 */
export function folderFiles(folder: string, written: (path: string) => void = () => {}): LabFiles {
  return {
    place: folder,
    async write(name, bytes) {
      const path = join(folder, name);
      await makeFolder(dirname(path));
      await writeFileAtomically(path, bytes);
      written(path);
    },
    async read(name) {
      return readFile(join(folder, name)).catch(ifMissing(undefined));
    },
    async list(inside) {
      const path = join(folder, inside);
      const names = await readdir(path).catch(ifMissing<string[]>([]));
      const files = await Promise.all(names.map(async (name) => (await stat(join(path, name))).isFile()));
      return names.filter((_, index) => files[index]).sort();
    },
  };
}

/** What stands for a file that is not there; any other error stays one. */
function ifMissing<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
