import { joinPieces } from '../../write-pieces';
import { quoted } from '../file-error';
import { npyPieces } from '../npy/encode';
import type { StoredArray } from '../stored-array';
import { type ZipContent, zipPieces } from '../zip/encode';

/**
 * Writes arrays as a NumPy `.npz` file, as `np.savez` does: a zip file of `.npy` files, not compressed. Throws for types NumPy does not
 * have and data that do not fit their shape.
 *
 * @example
 * const bytes = encodeNpz(new Map([['x', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }]]));
 * readNpz(bytes).get('x')?.data; // Float32Array [1, 2]
 */
export function encodeNpz(arrays: ReadonlyMap<string, StoredArray>): Uint8Array {
  return joinPieces(npzPieces(arrays, 'encodeNpz'));
}

/** The same file in pieces, to be written one after the other; the data are shared, not copied. */
export function npzPieces(arrays: ReadonlyMap<string, StoredArray>, place: string): Uint8Array[] {
  return zipPieces(
    [...arrays].map(
      ([name, array]): ZipContent => [`${name}.npy`, npyPieces(array, `${place}, array ${quoted(name)}`)],
    ),
  );
}
