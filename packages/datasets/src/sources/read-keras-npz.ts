import { readNpz, type StoredArray, sha256, toNumbers } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { encodeIdx } from '../parse/idx';
import type { Bytes, ImageSetDefinition, ImageSetParts } from './image-set';

/**
 * Reads a set from an npz as Keras writes it: x_train, y_train, x_test, y_test.
 *
 * Any number of images will do, as people keep smaller sets of their own under the same name; their size, the pairing with
 * labels and the labels' range are checked. Throws a {@link TenlabError} naming the array, what was expected and what is there.
 */
export async function readKerasNpz(
  bytes: Uint8Array,
  definition: ImageSetDefinition,
  place: string,
): Promise<ImageSetParts> {
  const arrays = readNpz(bytes, { place, names: ['x_train', 'y_train', 'x_test', 'y_test'] });
  const get = (name: string) => arrays.get(name)!;
  const trainImages = await images(get('x_train'), definition, `${place}, x_train`);
  const testImages = await images(get('x_test'), definition, `${place}, x_test`);
  return {
    trainImages,
    trainLabels: await labels(get('y_train'), trainImages, definition, `${place}, y_train`),
    testImages,
    testLabels: await labels(get('y_test'), testImages, definition, `${place}, y_test`),
  };
}

async function images(array: StoredArray, { size }: ImageSetDefinition, place: string): Promise<Bytes> {
  const [count = 0, height, width, ...more] = array.shape;
  if (array.dtype !== 'uint8' || count < 1 || height !== size[0] || width !== size[1] || more.length > 0) {
    throw wrong(
      place,
      `images as uint8 of shape [count, ${size.join(', ')}]`,
      `${array.dtype} of shape [${array.shape}]`,
    );
  }
  return withSum(array.data, array.shape);
}

async function labels(
  array: StoredArray,
  of: Bytes,
  { classNames }: ImageSetDefinition,
  place: string,
): Promise<Bytes> {
  const count = of.shape[0];
  if (array.dtype === 'string' || array.shape.length !== 1 || array.shape[0] !== count) {
    throw wrong(place, `a label for each of the ${count} images`, `${array.dtype} of shape [${array.shape}]`);
  }
  const numbers = toNumbers(array);
  const outside = numbers.find((label) => !Number.isInteger(label) || label < 0 || label >= classNames.length);
  if (outside !== undefined) throw wrong(place, `labels from 0 to ${classNames.length - 1}`, String(outside));
  return withSum(Uint8Array.from(numbers), array.shape);
}

async function withSum(data: Uint8Array, shape: number[]): Promise<Bytes> {
  return { data, shape, sha256: await sha256(encodeIdx({ data, shape })) };
}

function wrong(place: string, expected: string, received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-file',
    place,
    expected,
    received: inWords(received),
    remedy: 'Write the arrays as Keras does, or use the published file.',
  });
}
