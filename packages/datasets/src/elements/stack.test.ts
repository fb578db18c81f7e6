import { describe, expect, it } from 'vitest';
import { stack } from './stack';

describe('stack', () => {
  it('stacks numbers, truths, texts and arrays', () => {
    expect(stack([1, 2])).toEqual({ data: Float32Array.of(1, 2), shape: [2] });
    expect(stack([true, false])).toEqual({ data: Float32Array.of(1, 0), shape: [2] });
    expect(stack(['a', 'b'])).toEqual({ data: ['a', 'b'], shape: [2] });
    expect(stack([Int32Array.of(1, 2), Int32Array.of(3, 4)])).toEqual({
      data: Int32Array.of(1, 2, 3, 4),
      shape: [2, 2],
    });
    const image = { data: Uint8Array.of(1, 2), shape: [1, 2, 1] };
    expect(stack([image, image, image])).toEqual({ data: Uint8Array.of(1, 2, 1, 2, 1, 2), shape: [3, 1, 2, 1] });
  });

  it('keeps lists and records as structures', () => {
    expect(
      stack([
        [{ a: 1, b: 'x' }, 5],
        [{ a: 2, b: 'y' }, 6],
      ]),
    ).toEqual([
      { a: { data: Float32Array.of(1, 2), shape: [2] }, b: { data: ['x', 'y'], shape: [2] } },
      { data: Float32Array.of(5, 6), shape: [2] },
    ]);
  });

  it.each<[unknown[], string]>([
    [
      [Int32Array.of(1), Int32Array.of(1, 2)],
      'element to be Int32Array of shape [1], like the first of its batch. Received: Int32Array of shape [2]',
    ],
    [[Int32Array.of(1), Float32Array.of(1)], 'Received: Float32Array of shape [1]'],
    [[[1, 2], [1]], 'element to be a list as long, like the first of its batch. Received: a list of 1'],
    [
      [
        [1, 2],
        [1, 'a'],
      ],
      'element[1] to be a number',
    ],
    [[{ a: 1 }, { b: 1 }], 'a record of a'],
    [['a', 1], 'a text'],
    [[null], 'numbers, texts, typed arrays or { data, shape } in element. Received: null'],
  ])('refuses %j', (elements, message) => {
    expect(() => stack(elements)).toThrow(message);
  });
});
