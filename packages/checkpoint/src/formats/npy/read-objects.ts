import { fileError } from '../file-error';
import type { ObjectArray } from '../pickle/python-object';
import { unpickleArray } from '../pickle/unpickle';
import type { StoredArray } from '../stored-array';
import { readNpyHeader } from './header';
import { readElements } from './read-elements';

/**
 * Reads a `.npy` file as {@link readNpy} does, and arrays of Python objects too: lists, numbers, text, bytes, None and arrays, out of a
 * pickle of which nothing is run. Keras's `imdb.npz` holds such arrays.
 *
 * Throws a {@link TenlabError} for objects of any other kind, naming what the pickle asks for.
 *
 * @example
 * const { data } = readNpyObjects(bytes, 'x_train.npy'); // data [[1, 14, 22], [1, 194]]
 */
export function readNpyObjects(bytes: Uint8Array, place = 'npy data'): StoredArray | ObjectArray {
  const header = readNpyHeader(bytes, place);
  const content = bytes.subarray(header.dataStart);
  if (header.elements.kind !== 'object') return readElements(content, header, place);
  const array = unpickleArray(content, place);
  if (array.dtype === 'object' && array.shape.join() === header.shape.join()) return array;
  throw fileError(
    place,
    'invalid-file',
    `an array of objects of shape [${header.shape}]`,
    `one of ${array.dtype} of shape [${array.shape}]`,
  );
}
