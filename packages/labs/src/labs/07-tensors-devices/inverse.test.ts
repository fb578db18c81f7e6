import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { inverse } from './inverse';

it.each([
  [
    [
      [4, 7],
      [2, 6],
    ],
  ],
  [
    [
      [0, 1],
      [1, 0],
    ],
  ],
  [
    [
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ],
  ],
])('multiplies with %j to the identity', async (matrix) => {
  await useBackend('cpu');
  const product = tf.matMul(tf.tensor2d(matrix), tf.tensor2d(inverse(matrix)!)).arraySync() as number[][];
  for (const [row, values] of product.entries())
    for (const [column, value] of values.entries()) expect(value).toBeCloseTo(row === column ? 1 : 0, 5);
});

it('knows that some matrices have none', () => {
  expect(
    inverse([
      [1, 2],
      [2, 4],
    ]),
  ).toBeUndefined();
});
