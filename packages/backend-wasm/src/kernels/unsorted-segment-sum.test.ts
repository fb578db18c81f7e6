import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

function idsFor(rows: number, segments: number): tf.Tensor1D {
  return tf.tensor1d(
    Int32Array.from({ length: rows }, (_, row) => (row * row * 7 + 3 * row) % segments),
    'int32',
  );
}

onThreads('UnsortedSegmentSum', (sameBits) => {
  test.each([
    [0, 4, 3],
    [1, 1, 1],
    [5, 3, 4],
    [40, 7, 3],
    [33, 5, 17],
    [9, 100, 16],
    [3000, 50, 16],
    [1025, 3, 6],
    [6, 2, 0],
  ])('adds %i rows to %i segments, %i columns', (rows, segments, columns) => {
    const x = numbers([rows, columns]);
    const ids = idsFor(rows, segments);
    // Rounded at each addition, in the order of the rows, as the kernel promises.
    const expected = new Float32Array(segments * columns);
    const values = x.dataSync();
    for (const [row, id] of ids.dataSync().entries()) {
      for (let column = 0; column < columns; column++)
        expected[id * columns + column]! += values[row * columns + column]!;
    }
    const y = tf.unsortedSegmentSum(x, ids, segments);
    expect(y.shape).toEqual([segments, columns]);
    expectClose(y.dataSync(), expected, { rtol: 0, atol: 0 });
    sameBits(`${rows} ${segments} ${columns}`, y);
  });

  test('leaves out rows whose id is no segment', () => {
    const x = tf.tensor2d([1, 2, 3, 4], [4, 1]);
    expectClose(tf.unsortedSegmentSum(x, tf.tensor1d([-1, 0, 2, 1], 'int32'), 2), [[2], [4]]);
  });

  test('adds integers as integers', () => {
    const y = tf.unsortedSegmentSum(
      tf.tensor1d([2 ** 30, 2 ** 29 + 1, 7], 'int32'),
      tf.tensor1d([0, 0, 1], 'int32'),
      2,
    );
    expect(y.dtype).toBe('int32');
    expect([...y.dataSync()]).toEqual([2 ** 30 + 2 ** 29 + 1, 7]);
  });

  test.each([
    [[5, 3], [2, 4], 0],
    [[7], [9], 0],
    [[3, 4, 2], [5], 1],
    [[2, 3, 6], [4], 2],
    [[4, 16], [3, 2, 5], 0],
  ] as const)('gives gather its gradient: rows %j, ids %j, axis %i', (shape, idShape, axis) => {
    const size = idShape.reduce((product: number, length) => product * length, 1);
    const ids = tf.reshape<tf.Rank>(idsFor(size, shape[axis]!), [...(idShape as readonly number[])]) as tf.Tensor1D;
    checkGradient((x) => tf.gather(x, ids, axis), [numbers([...shape])]);
  });

  test('agrees with finite differences', () => {
    checkGradient((x) => tf.unsortedSegmentSum(x, idsFor(6, 4), 4), [numbers([6, 5])]);
  });
});
