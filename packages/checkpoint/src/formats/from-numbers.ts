import { TenlabError } from '@tenlab/core';
import { arrayFromBytes, bytesPerElement, type NumericDtype, type StoredArray } from './stored-array';

/**
 * Numbers as an array of a type, each rounded to the nearest that the type has; of two as near, to the even one.
 *
 * The way back of {@link toNumbers}. Throws for whole numbers that the type does not hold, and for types of 8 bits and complex ones.
 *
 * @example
 * fromNumbers('float16', [1], [1]).data; // Uint16Array [15360], which is 0x3c00
 */
export function fromNumbers(dtype: NumericDtype, shape: number[], values: ArrayLike<number>): StoredArray {
  switch (dtype) {
    case 'float16':
      return { dtype, shape, data: Uint16Array.from(values, (value) => smallFloatBits(value, 5, 10)) };
    case 'bfloat16':
      return { dtype, shape, data: Uint16Array.from(values, (value) => smallFloatBits(value, 8, 7)) };
    case 'int64':
      return { dtype, shape, data: BigInt64Array.from(values, BigInt) };
    case 'uint64':
      return { dtype, shape, data: BigUint64Array.from(values, BigInt) };
    case 'complex64':
    case 'complex128':
    case 'float8_e4m3fn':
    case 'float8_e5m2':
      throw new TenlabError({
        code: 'invalid-dtype',
        place: 'fromNumbers',
        expected: 'a type of whole numbers or of floats of 16 bits or more',
        received: dtype,
        remedy: 'Make the array from its bytes.',
      });
    default: {
      const array = arrayFromBytes(dtype, shape, new Uint8Array(values.length * bytesPerElement[dtype]));
      (array.data as Float64Array).set(values);
      return array;
    }
  }
}

/** The bits of the nearest small float. See low-precision.ts for what they mean. */
function smallFloatBits(value: number, exponentBits: number, mantissaBits: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 1 << (exponentBits + mantissaBits) : 0;
  const infinity = ((1 << exponentBits) - 1) << mantissaBits;
  if (Number.isNaN(value)) return infinity | (1 << (mantissaBits - 1));
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return sign | infinity;
  const bias = (1 << (exponentBits - 1)) - 1;
  const exponent = size === 0 ? 1 - bias : Math.max(1 - bias, Math.floor(Math.log2(size)));
  // In units of the last place of this exponent; rounding up may reach the next one, whose bits follow on.
  const units = roundToEven(size / 2 ** (exponent - mantissaBits));
  const bits = ((exponent + bias - 1) << mantissaBits) + units;
  return sign | Math.min(bits, infinity);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest === 0.5) return below % 2 === 0 ? below : below + 1;
  return rest < 0.5 ? below : below + 1;
}
