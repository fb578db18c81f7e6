import { inWords, TenlabError } from '@tenlab/core';

/** Images with labels: rows of pixels of three colours, as models take them. */
export interface CifarBatch {
  images: Uint8Array;
  labels: Uint8Array;
}

const side = 32;
const plane = side * side;

/** Bytes of one example in the binary files: a label, then the planes of red, green and blue. */
export const cifarRecord = 1 + 3 * plane;

/**
 * Reads a batch of CIFAR-10 in its binary form: for each image a byte of label and three planes of 1,024 bytes. Images come out with their colours
 * side by side, shape [count, 32, 32, 3].
 *
 * Throws a {@link TenlabError} naming `place` unless the length is that of whole examples and labels are from 0 to 9.
 *
 * Source: A. Krizhevsky, https://www.cs.toronto.edu/~kriz/cifar.html
 */
export function parseCifar(bytes: Uint8Array, place = 'CIFAR data'): CifarBatch {
  if (bytes.length === 0 || bytes.length % cifarRecord !== 0) {
    throw damagedBatch(place, `a multiple of ${cifarRecord} bytes`, `${bytes.length}`);
  }
  const count = bytes.length / cifarRecord;
  const labels = Uint8Array.from({ length: count }, (_, index) => bytes[index * cifarRecord]!);
  const planes = new Uint8Array(count * 3 * plane);
  for (let index = 0; index < count; index++) {
    const start = index * cifarRecord + 1;
    planes.set(bytes.subarray(start, start + 3 * plane), index * 3 * plane);
  }
  return joinPlanes(planes, labels, place);
}

/** Puts the colours of each pixel side by side, and checks the labels. */
export function joinPlanes(planes: Uint8Array, labels: Uint8Array, place: string): CifarBatch {
  const outside = labels.find((label) => label > 9);
  if (outside !== undefined) throw damagedBatch(place, 'labels from 0 to 9', `${outside}`);
  if (planes.length !== labels.length * 3 * plane) {
    throw damagedBatch(place, `${3 * plane} bytes for each of ${labels.length} labels`, `${planes.length} bytes`);
  }
  const images = new Uint8Array(planes.length);
  for (let index = 0; index < labels.length; index++) {
    const start = index * 3 * plane;
    for (let pixel = 0; pixel < plane; pixel++) {
      for (let colour = 0; colour < 3; colour++) {
        images[start + 3 * pixel + colour] = planes[start + colour * plane + pixel]!;
      }
    }
  }
  return { images, labels };
}

/** The error of a file that is no batch, or no whole one. */
export function damagedBatch(place: string, expected: string, received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-file',
    place,
    expected,
    received: inWords(received),
    remedy: 'The file is damaged or is no batch of CIFAR-10: fetch it again.',
  });
}
