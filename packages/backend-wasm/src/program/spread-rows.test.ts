import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import { compareSteps } from '../testing/compare-steps';
import { numbers } from '../testing/numbers';

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());

const ids = (texts: number, words: number) =>
  tf.tensor2d(
    Int32Array.from({ length: texts * words }, (_, i) => (i * i * 7 + i) % 11),
    [texts, words],
    'int32',
  );

/** The gradient of a table whose rows are looked up and then go through `use`. */
const gradient = (use: (looked: tf.Tensor) => tf.Tensor) => (table: tf.Tensor, texts: tf.Tensor) =>
  tf.grad((x: tf.Tensor) => tf.square(use(tf.gather(x, texts as tf.Tensor1D))))(table);

test.each([
  [6, 9, 16],
  [5, 300, 16],
  [4, 3, 5],
  [3, 7, 32],
])(
  'the gradient of an averaged embedding reads dy where it lies: %i texts of %i words, %i columns',
  (texts, words, columns) => {
    const program = compareSteps(
      gradient((looked) => tf.mean(looked, 1)),
      [numbers([11, columns]), ids(texts, words)],
    );
    expect(program).toContain('Tile+UnsortedSegmentSum');
    expect(program).toContain(' 0 of them calls back into JavaScript');
  },
);

test.each([
  ['a repetition of other than whole rows', (looked: tf.Tensor) => tf.mean(looked, [1, 2])],
  ['a repetition that goes round', (looked: tf.Tensor) => tf.mean(looked, 0)],
  ['no repetition', (looked: tf.Tensor) => tf.mul(looked, 3)],
])('%s stays as it is', (_, use) => {
  expect(compareSteps(gradient(use), [numbers([11, 16]), ids(4, 3)])).not.toContain('Tile+UnsortedSegmentSum');
});

test('a repetition that others read as well stays', () => {
  const step = (dy: tf.Tensor, texts: tf.Tensor) => {
    const rows = tf.reshape(tf.tile(tf.reshape(dy, [4, 1, 16]), [1, 3, 1]), [12, 16]);
    return [tf.unsortedSegmentSum(rows, tf.reshape(texts, [12]) as tf.Tensor1D, 11), rows];
  };
  expect(compareSteps(step, [numbers([4, 16]), ids(4, 3)])).not.toContain('Tile+UnsortedSegmentSum');
});
