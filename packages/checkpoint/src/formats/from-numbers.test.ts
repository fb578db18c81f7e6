import { describe, expect, it } from 'vitest';
import { fromNumbers } from './from-numbers';
import { bfloat16ToNumber, float16ToNumber } from './low-precision';
import { toNumbers } from './stored-array';

describe('fromNumbers', () => {
  it.each([
    ['float16', float16ToNumber],
    ['bfloat16', bfloat16ToNumber],
  ] as const)('gives every %s back its own bits', (dtype, toNumber) => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = toNumber(bits);
      if (Number.isNaN(value)) continue;
      expect((fromNumbers(dtype, [1], [value]).data as Uint16Array)[0]).toBe(bits);
    }
  });

  it('rounds to the nearest, and between two to the even one', () => {
    const float16 = (value: number) => float16ToNumber((fromNumbers('float16', [1], [value]).data as Uint16Array)[0]!);
    expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 1 + 2 ** -11 + 2 ** -20].map(float16)).toEqual([
      1,
      1 + 2 ** -9,
      1 + 2 ** -10,
    ]);
    expect([65519, 65520, 2 ** -25, 2 ** -25 * 1.5, -0].map(float16)).toEqual([65504, Infinity, 0, 2 ** -24, -0]);
    expect(float16(Number.NaN)).toBeNaN();
  });

  it.each(['int64', 'uint64', 'int32', 'uint8', 'float32', 'float64', 'bool'] as const)(
    'turns numbers into %s',
    (dtype) => {
      const array = fromNumbers(dtype, [2], [1, 0]);
      expect(array).toMatchObject({ dtype, shape: [2] });
      expect([...toNumbers(array)]).toEqual([1, 0]);
    },
  );

  it('refuses what has no one form', () => {
    expect(() => fromNumbers('complex64', [1], [1])).toThrow("Received: 'complex64'");
  });
});
