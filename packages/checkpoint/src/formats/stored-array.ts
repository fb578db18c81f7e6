import { TenlabError } from '@tenlab/core';
import { bfloat16ToNumber, float8e4m3ToNumber, float8e5m2ToNumber, float16ToNumber } from './low-precision';

/** How each type of element is held. Types JavaScript has no array for keep their bits; complex numbers lie real, imaginary. */
interface Elements {
  bool: Uint8Array;
  int8: Int8Array;
  uint8: Uint8Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int32: Int32Array;
  uint32: Uint32Array;
  int64: BigInt64Array;
  uint64: BigUint64Array;
  float8_e4m3fn: Uint8Array;
  float8_e5m2: Uint8Array;
  float16: Uint16Array;
  bfloat16: Uint16Array;
  float32: Float32Array;
  float64: Float64Array;
  complex64: Float32Array;
  complex128: Float64Array;
  string: string[];
}

/** Names of element types, as NumPy writes them. */
export type ArrayDtype = keyof Elements;

/** Element types of a fixed number of bytes. */
export type NumericDtype = Exclude<ArrayDtype, 'string'>;

/** An array as it lies in a file, exactly: C order, little-endian, nothing converted or rounded. */
export type StoredArray = { [D in ArrayDtype]: { dtype: D; shape: number[]; data: Elements[D] } }[ArrayDtype];

/** Bytes per element. */
export const bytesPerElement: Readonly<Record<NumericDtype, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float8_e4m3fn: 1,
  float8_e5m2: 1,
  float16: 2,
  bfloat16: 2,
  float32: 4,
  float64: 8,
  complex64: 8,
  complex128: 16,
};

/** Little-endian bytes seen as an array. Shares the bytes where their place in memory allows it, copies them otherwise. */
export function arrayFromBytes(dtype: NumericDtype, shape: number[], bytes: Uint8Array): StoredArray {
  const size = bytesPerElement[dtype];
  const word = dtype.startsWith('complex') ? size / 2 : size;
  // Not `slice`: on a Node Buffer that shares the bytes.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % word === 0 ? bytes : new Uint8Array(bytes);
  const at = [buffer, byteOffset, byteLength / word] as const;
  switch (dtype) {
    case 'int8':
      return { dtype, shape, data: new Int8Array(...at) };
    case 'int16':
      return { dtype, shape, data: new Int16Array(...at) };
    case 'int32':
      return { dtype, shape, data: new Int32Array(...at) };
    case 'uint32':
      return { dtype, shape, data: new Uint32Array(...at) };
    case 'int64':
      return { dtype, shape, data: new BigInt64Array(...at) };
    case 'uint64':
      return { dtype, shape, data: new BigUint64Array(...at) };
    case 'uint16':
    case 'float16':
    case 'bfloat16':
      return { dtype, shape, data: new Uint16Array(...at) };
    case 'float32':
    case 'complex64':
      return { dtype, shape, data: new Float32Array(...at) };
    case 'float64':
    case 'complex128':
      return { dtype, shape, data: new Float64Array(...at) };
    default:
      return { dtype, shape, data: new Uint8Array(...at) };
  }
}

/** The bytes of an array, shared with it. Throws for text, which has no one form in bytes. */
export function bytesOfArray(array: StoredArray): Uint8Array {
  if (array.dtype === 'string') {
    throw new TenlabError({
      code: 'invalid-dtype',
      expected: 'an array of numbers',
      received: 'string',
      remedy: 'Text has no fixed size per element: leave this array out, or encode it as uint8.',
    });
  }
  return new Uint8Array(array.data.buffer, array.data.byteOffset, array.data.byteLength);
}

/**
 * The elements as numbers. Throws for text and complex numbers, and for 64-bit integers outside ±(2^53 - 1): they are
 * never rounded in silence.
 *
 * @example
 * toNumbers({ dtype: 'float16', shape: [1], data: new Uint16Array([0x3c00]) }); // Float64Array [1]
 */
export function toNumbers(array: StoredArray): Float64Array {
  switch (array.dtype) {
    case 'string':
    case 'complex64':
    case 'complex128':
      throw new TenlabError({
        code: 'invalid-dtype',
        expected: 'an array of real numbers',
        received: array.dtype,
        remedy: 'Use `data` itself, which holds the elements as they lie in the file.',
      });
    case 'int64':
    case 'uint64':
      return Float64Array.from(array.data, safeNumber);
    case 'float8_e4m3fn':
      return Float64Array.from(array.data, float8e4m3ToNumber);
    case 'float8_e5m2':
      return Float64Array.from(array.data, float8e5m2ToNumber);
    case 'float16':
      return Float64Array.from(array.data, float16ToNumber);
    case 'bfloat16':
      return Float64Array.from(array.data, bfloat16ToNumber);
    default:
      return Float64Array.from(array.data);
  }
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new TenlabError({
    code: 'unsafe-integer',
    expected: '64-bit integers within ±(2^53 - 1), which a JavaScript number holds exactly',
    received: value,
    remedy: 'Use `data`, a BigInt64Array or BigUint64Array with the exact values.',
  });
}
