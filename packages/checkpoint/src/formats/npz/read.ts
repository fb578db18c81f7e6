import { TenlabError } from '@tenlab/core';
import { quoted } from '../file-error';
import { readNpy } from '../npy/read';
import { readNpyObjects } from '../npy/read-objects';
import type { ObjectArray } from '../pickle/python-object';
import type { StoredArray } from '../stored-array';
import { readZipDirectory } from '../zip/directory';
import { readZipEntry } from '../zip/entry';

export interface ReadNpzOptions {
  /** How errors call the file. */
  place?: string;
  /** Read only these arrays. Default: all. */
  names?: readonly string[];
}

/**
 * Reads a NumPy `.npz` file, as `np.savez` and `np.savez_compressed` write it, into its arrays by name.
 *
 * Nothing is unpacked to disk. Throws a {@link TenlabError} for a damaged file (sizes and CRC-32 of each entry are checked), for
 * Python objects, and for a name in `names` that the file lacks.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * const arrays = readNpz(await readFile('mnist.npz'), { place: 'mnist.npz' });
 * arrays.get('x_train')?.shape; // [60000, 28, 28]
 */
export function readNpz(bytes: Uint8Array, options: ReadNpzOptions = {}): Map<string, StoredArray> {
  return readEntries(bytes, options, readNpy);
}

/**
 * Reads a `.npz` file as {@link readNpz} does, and arrays of Python objects too: lists, numbers and text out of a pickle, of which
 * nothing is run. What else a pickle asks for is refused by its name.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * const arrays = readNpzObjects(await readFile('imdb.npz'), { place: 'imdb.npz' });
 * arrays.get('x_train'); // { dtype: 'object', shape: [25000], data: [[1, 14, 22, …], …] }
 */
export function readNpzObjects(
  bytes: Uint8Array,
  options: ReadNpzOptions = {},
): Map<string, StoredArray | ObjectArray> {
  return readEntries(bytes, options, readNpyObjects);
}

function readEntries<T>(
  bytes: Uint8Array,
  { place = 'npz data', names }: ReadNpzOptions,
  read: (bytes: Uint8Array, place: string) => T,
): Map<string, T> {
  const entries = readZipDirectory(bytes, place);
  const wanted = names?.map((name) => [name, `${name}.npy`] as const);
  const held = [...entries.keys()].map((entry) => [entry.replace(/\.npy$/, ''), entry] as const);
  const arrays = new Map<string, T>();
  for (const [name, entryName] of wanted ?? held) {
    const entry = entries.get(entryName);
    if (entry === undefined) {
      throw new TenlabError({
        code: 'missing-array',
        place,
        expected: `an array named ${quoted(name)}`,
        received: held.map(([known]) => known),
        remedy: 'Choose one of the names in the file, or write the array into it.',
      });
    }
    arrays.set(name, read(readZipEntry(bytes, entry, place), `${place}, entry ${quoted(entryName)}`));
  }
  return arrays;
}
