import { TenlabError } from '@tenlab/core';
import { quoted } from '../file-error';
import { readNpy } from '../npy/read';
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
export function readNpz(
  bytes: Uint8Array,
  { place = 'npz data', names }: ReadNpzOptions = {},
): Map<string, StoredArray> {
  const entries = readZipDirectory(bytes, place);
  const wanted = names?.map((name) => [name, `${name}.npy`] as const);
  const held = [...entries.keys()].map((entry) => [entry.replace(/\.npy$/, ''), entry] as const);
  const arrays = new Map<string, StoredArray>();
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
    arrays.set(name, readNpy(readZipEntry(bytes, entry, place), `${place}, entry ${quoted(entryName)}`));
  }
  return arrays;
}
