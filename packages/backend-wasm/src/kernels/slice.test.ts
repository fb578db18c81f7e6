import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** A slice by plain indexing. */
function sliced(x: tf.Tensor, begin: number[], size: number[]): number[] {
  const values = x.dataSync();
  const strides = [...tf.util.computeStrides(x.shape), 1];
  const out: number[] = [];
  const walk = (axis: number, offset: number) => {
    if (axis === x.rank) out.push(values[offset]!);
    else for (let i = 0; i < size[axis]!; i++) walk(axis + 1, offset + (begin[axis]! + i) * strides[axis]!);
  };
  walk(0, 0);
  return out;
}

onThreads('Slice', (sameBits) => {
  test.each([
    [[7], [2], [4]],
    [
      [5, 6],
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [1, 0],
      [3, 6],
    ],
    [
      [4, 5, 6],
      [0, 1, 2],
      [4, 3, 1],
    ],
    [
      [2, 3, 4, 5],
      [1, 0, 2, 1],
      [1, 3, 2, 4],
    ],
    [
      [2, 3, 4, 3, 5],
      [0, 1, 1, 0, 2],
      [2, 2, 3, 3, 2],
    ],
    [
      [2, 2, 2, 3, 2, 3],
      [1, 0, 1, 1, 0, 1],
      [1, 2, 1, 2, 2, 2],
    ],
    [
      [40, 50],
      [3, 7],
      [33, 41],
    ],
    [
      [4, 4],
      [2, 2],
      [0, 2],
    ],
    [
      [4, 4],
      [4, 0],
      [0, 4],
    ],
  ])('copies a block of %j from %j, size %j', (shape, begin, size) => {
    const x = numbers(shape);
    const y = tf.slice(x, begin, size);
    expect(y.shape).toEqual(size);
    expectClose(y.dataSync(), sliced(x, begin, size), { rtol: 0, atol: 0 });
    sameBits(`${shape} ${begin} ${size}`, y);
  });

  test('takes integers, bools and texts', () => {
    expect(tf.slice(tf.tensor1d([1, 2, 3], 'int32'), 1).arraySync()).toEqual([2, 3]);
    expect(tf.slice(tf.tensor2d([1, 0, 1, 0, 0, 1], [2, 3], 'bool'), [0, 1], [2, 2]).arraySync()).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(tf.slice(tf.tensor1d(['a', 'b', 'c']), 1).arraySync()).toEqual(['b', 'c']);
  });

  test('refuses what lies outside', () => {
    expect(() => tf.slice(tf.zeros([4, 3]), [1, 1], [10, 10])).toThrowErrorMatchingInlineSnapshot(
      `[Error: Error in slice2D: begin[0] + size[0] (11) would overflow input.shape[0] (4)]`,
    );
  });

  test('agrees with finite differences', () => {
    checkGradient((x) => tf.slice(x, [1, 2], [2, 3]), [numbers([4, 6])]);
  });
});
