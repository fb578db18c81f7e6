import { describe, expect, it } from 'vitest';
import { bfloat16ToNumber, float8e4m3ToNumber, float8e5m2ToNumber, float16ToNumber } from './low-precision';

// Values from the IEEE 754 table of binary16 and from the OCP 8-bit floating point specification.
describe('float16ToNumber', () => {
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('reads bits %i as %d', (bits, number) => {
    expect(float16ToNumber(bits)).toBe(number);
  });
});

describe('bfloat16ToNumber', () => {
  it('is the upper half of a float32, for every pattern of bits', () => {
    const float = new Float32Array(1);
    const word = new Uint32Array(float.buffer);
    for (let bits = 0; bits < 65536; bits++) {
      word[0] = bits << 16;
      if (!Object.is(bfloat16ToNumber(bits), float[0])) expect(bfloat16ToNumber(bits), `bits ${bits}`).toBe(float[0]);
    }
  });
});

describe('8-bit floats', () => {
  it('reads the extremes of e4m3 (finite only)', () => {
    expect([0x00, 0x01, 0x08, 0x38, 0x7e, 0x7f, 0xfe].map(float8e4m3ToNumber)).toEqual([
      0,
      2 ** -9,
      2 ** -6,
      1,
      448,
      Number.NaN,
      -448,
    ]);
  });

  it('reads the extremes of e5m2', () => {
    expect([0x01, 0x04, 0x3c, 0x7b, 0x7c, 0x7d].map(float8e5m2ToNumber)).toEqual([
      2 ** -16,
      2 ** -14,
      1,
      57344,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
  });
});
