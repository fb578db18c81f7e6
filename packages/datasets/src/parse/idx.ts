import type { StoredArray } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';

type IdxDtype = 'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64';

/** An array from an IDX file. */
export type IdxArray = Extract<StoredArray, { dtype: IdxDtype }>;

// The third byte of the file, the element type; all numbers lie big-endian.
const types: Readonly<Record<number, { dtype: IdxDtype; size: number }>> = {
  8: { dtype: 'uint8', size: 1 },
  9: { dtype: 'int8', size: 1 },
  11: { dtype: 'int16', size: 2 },
  12: { dtype: 'int32', size: 4 },
  13: { dtype: 'float32', size: 4 },
  14: { dtype: 'float64', size: 8 },
};

/**
 * Reads an IDX file, the format of MNIST: two zero bytes, element type, number of axes, the size of each axis, the elements.
 *
 * Bytes (uint8) share the file's memory. `place` names the file in errors. Throws a {@link TenlabError} unless the file has exactly
 * the length its header says.
 *
 * @example
 * const file = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1);
 * parseIdx(file); // { dtype: 'uint8', shape: [3], data: Uint8Array [7, 2, 1] }
 *
 * Source: http://yann.lecun.com/exdb/mnist/
 */
export function parseIdx(bytes: Uint8Array, place = 'IDX data'): IdxArray {
  const type = types[bytes[2] ?? 0];
  const axes = bytes[3] ?? 0;
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || type === undefined || axes === 0) {
    throw new TenlabError({
      code: 'invalid-file',
      place,
      expected: 'an IDX file, which begins with 00 00, a type (08, 09, 0b to 0e) and a number of axes from 1',
      received: inWords(describeStart(bytes)),
      remedy: remedyFor(bytes),
    });
  }
  const start = 4 + 4 * axes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < start) throw wrongLength(start, `at least ${start} bytes, its header`);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, size) => product * size, 1);
  const length = start + count * type.size;
  if (bytes.length !== length) throw wrongLength(length, `${length} bytes for shape [${shape}] of ${type.dtype}`);
  return elementsOf(type.dtype, shape, count, bytes.subarray(start));

  function wrongLength(length: number, expected: string): TenlabError {
    return new TenlabError({
      code: bytes.length < length ? 'truncated-file' : 'invalid-file',
      place,
      expected,
      received: inWords(`${bytes.length} bytes`),
      remedy: 'The file is damaged or was not fully written: fetch it again.',
    });
  }
}

/** Writes bytes as an IDX file. `encodeIdx(parseIdx(file))` is the file. */
export function encodeIdx({ data, shape }: { data: Uint8Array; shape: readonly number[] }): Uint8Array {
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + data.length);
  bytes.set([0, 0, 8, shape.length]);
  const view = new DataView(bytes.buffer);
  for (const [axis, size] of shape.entries()) view.setUint32(4 + 4 * axis, size);
  bytes.set(data, start);
  return bytes;
}

function elementsOf(dtype: IdxDtype, shape: number[], count: number, bytes: Uint8Array): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const each = { length: count };
  switch (dtype) {
    case 'uint8':
      // Plain bytes, also where the file came as a Node Buffer.
      return { dtype, shape, data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
    case 'int8':
      return { dtype, shape, data: Int8Array.from(bytes) };
    case 'int16':
      return { dtype, shape, data: Int16Array.from(each, (_, index) => view.getInt16(2 * index)) };
    case 'int32':
      return { dtype, shape, data: Int32Array.from(each, (_, index) => view.getInt32(4 * index)) };
    case 'float32':
      return { dtype, shape, data: Float32Array.from(each, (_, index) => view.getFloat32(4 * index)) };
    case 'float64':
      return { dtype, shape, data: Float64Array.from(each, (_, index) => view.getFloat64(8 * index)) };
  }
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const shown = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
  return `${bytes.length} bytes that begin with ${shown.join(' ')}`;
}

function remedyFor(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'The file is still packed: unpack it with gunzip.';
  if (bytes[0] === 0x3c) return 'This is a web page, perhaps a sign-in page of your network: fetch the file again.';
  return 'The file is damaged or is not IDX: fetch it again.';
}
