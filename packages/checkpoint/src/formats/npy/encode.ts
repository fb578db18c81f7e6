import { TenlabError } from '@tenlab/core';
import { joinPieces } from '../../write-pieces';
import { elementCount } from '../element-count';
import { type ArrayDtype, bytesOfArray, type StoredArray } from '../stored-array';

/** The data begin at a multiple of this, so that they can be mapped into memory. */
const alignment = 64;

const descriptions: Readonly<Partial<Record<ArrayDtype, string>>> = {
  bool: '|b1',
  int8: '|i1',
  uint8: '|u1',
  int16: '<i2',
  uint16: '<u2',
  int32: '<i4',
  uint32: '<u4',
  int64: '<i8',
  uint64: '<u8',
  float16: '<f2',
  float32: '<f4',
  float64: '<f8',
  complex64: '<c8',
  complex128: '<c16',
};

/**
 * Writes a NumPy `.npy` file, version 1.0, in C order. Throws for types NumPy does not have (bfloat16, float8) and data that do not
 * fit their shape.
 *
 * @example
 * const bytes = encodeNpy({ dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) });
 * readNpy(bytes).data; // Float32Array [1, 2]
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function encodeNpy(array: StoredArray): Uint8Array {
  return joinPieces(npyPieces(array, 'encodeNpy'));
}

/** The same file in pieces, header first; the data are shared, not copied. */
export function npyPieces(array: StoredArray, place: string): Uint8Array[] {
  const content = array.dtype === 'string' ? unicode(array.data) : { bytes: bytesOfArray(array), size: 0 };
  const description = array.dtype === 'string' ? `<U${content.size}` : descriptions[array.dtype];
  if (description === undefined) {
    throw new TenlabError({
      code: 'invalid-dtype',
      place,
      expected: 'a type that NumPy has',
      received: array.dtype,
      remedy: 'Write it as float32 (see toNumbers), or to a .safetensors file.',
    });
  }
  const { shape, data } = array;
  const perElement = array.dtype.startsWith('complex') ? 2 : 1;
  if (elementCount(shape) !== data.length / perElement) {
    throw new TenlabError({
      code: 'invalid-shape',
      place,
      expected: `as many elements as shape [${shape}] has`,
      received: data.length / perElement,
      remedy: 'Give data and shape that go together.',
    });
  }
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '${description}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const length = Math.ceil((10 + header.length + 1) / alignment) * alignment;
  const head = new Uint8Array(length).fill(0x20);
  head.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  new DataView(head.buffer).setUint16(8, length - 10, true);
  head.set(new TextEncoder().encode(header), 10);
  head[length - 1] = 0x0a;
  return [head, content.bytes];
}

/** Text as four bytes a character, all as long as the longest. */
function unicode(texts: readonly string[]): { bytes: Uint8Array; size: number } {
  const points = texts.map((text) => Array.from(text, (character) => character.codePointAt(0)!));
  const size = Math.max(1, ...points.map(({ length }) => length));
  const view = new DataView(new ArrayBuffer(4 * size * texts.length));
  for (const [index, text] of points.entries()) {
    for (const [at, point] of text.entries()) view.setUint32(4 * (index * size + at), point, true);
  }
  return { bytes: new Uint8Array(view.buffer), size };
}
