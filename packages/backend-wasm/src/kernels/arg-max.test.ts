import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

onThreads('ArgMax', () => {
  test.each([[[1, 1]], [[4, 10]], [[3, 2, 7]], [[9]]])(
    'finds the place of the largest along the last axis of %j',
    (shape) => {
      const x = numbers(shape);
      const columns = shape.at(-1)!;
      const rows = tf.reshape(x, [-1, columns]).arraySync() as number[][];
      const y = tf.argMax(x, -1);
      expect([y.dtype, y.shape]).toEqual(['int32', shape.slice(0, -1)]);
      expect([...y.dataSync()]).toEqual(rows.map((row) => row.indexOf(Math.max(...row))));
    },
  );

  test('takes the first of equals, and the first axis too', () => {
    expect(tf.argMax(tf.tensor2d([1, 5, 5, 2, 2, 2], [2, 3]), 1).dataSync()).toEqual(Int32Array.from([1, 0]));
    expect(tf.argMax(tf.tensor2d([1, 5, 5, 2, 2, 6], [2, 3]), 0).dataSync()).toEqual(Int32Array.from([1, 0, 1]));
  });
});
