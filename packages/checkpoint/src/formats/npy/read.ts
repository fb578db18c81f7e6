import type { StoredArray } from '../stored-array';
import { readNpyHeader } from './header';
import { readElements } from './read-elements';

/**
 * Reads a NumPy `.npy` file (format versions 1.0, 2.0 and 3.0) exactly as it is: 64-bit integers stay BigInt, half floats
 * stay bits, text becomes strings. Big-endian and column-major files are put in little-endian C order.
 *
 * The result shares the bytes where it can, so a large file is not held twice. `place` names the file in errors. Throws a
 * {@link TenlabError} for a damaged file, for records and for Python objects.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * const { dtype, shape, data } = readNpy(await readFile('kernel.npy'), 'kernel.npy');
 * // dtype 'float32', shape [3, 4], data Float32Array of 12
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readNpy(bytes: Uint8Array, place = 'npy data'): StoredArray {
  const header = readNpyHeader(bytes, place);
  return readElements(bytes.subarray(header.dataStart), header, place);
}
