import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import type { WasmBackend } from '../wasm-backend';

onThreads('GatherV2', (sameBits) => {
  test.each([
    [[5, 3], [2, 4], 0, 0],
    [[7], [9], 0, 0],
    [[30, 16], [100], 0, 0],
    [[6, 300], [5], 0, 0],
    [[3, 4, 2], [5], 1, 0],
    [[2, 3, 6], [4], 2, 0],
    [[2, 5, 3], [2, 4], 1, 1],
    [[2, 3, 4], [2, 2], 2, 1],
    [[4, 2], [0], 0, 0],
    [[4, 0], [3], 0, 0],
  ] as [number[], number[], number, number][])(
    'takes rows of %j by indices %j, axis %i, %i batch axes',
    (shape, idShape, axis, batchDims) => {
      const x = numbers(shape);
      const size = tf.util.sizeFromShape(idShape);
      const ids = Int32Array.from({ length: size }, (_, i) => (i * 3 + 1) % shape[axis]!);
      const y = tf.gather(x, tf.tensor<tf.Rank>(ids, idShape, 'int32') as tf.Tensor1D, axis, batchDims);
      const inner = tf.util.sizeFromShape(shape.slice(axis + 1));
      const batch = tf.util.sizeFromShape(shape.slice(0, batchDims));
      const outers = tf.util.sizeFromShape(shape.slice(batchDims, axis));
      const taken = size / batch;
      const values = x.dataSync();
      const expected: number[] = [];
      for (let b = 0; b < batch; b++)
        for (let o = 0; o < outers; o++)
          for (let t = 0; t < taken; t++)
            for (let i = 0; i < inner; i++)
              expected.push(values[((b * outers + o) * shape[axis]! + ids[b * taken + t]!) * inner + i]!);
      expect(y.shape).toEqual([...shape.slice(0, axis), ...idShape.slice(batchDims), ...shape.slice(axis + 1)]);
      expectClose(y.dataSync(), expected, { rtol: 0, atol: 0 });
      sameBits(`${shape} ${idShape} ${axis}`, y);
    },
  );

  test('takes integers and bools', () => {
    const ids = tf.tensor1d([2, 0], 'int32');
    expect(tf.gather(tf.tensor1d([7, 8, 9], 'int32'), ids).arraySync()).toEqual([9, 7]);
    expect(tf.gather(tf.tensor2d([1, 0, 1, 1, 0, 0], [3, 2], 'bool'), ids).arraySync()).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test('refuses an index that is no row', () => {
    const x = tf.zeros([3, 2]);
    expect(() => tf.gather(x, tf.tensor1d([0, 3], 'int32'))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: GatherV2: the index value 3 is not in [0, 2]. Received: 3 at place 1 of the indices. Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).]`,
    );
    expect(() => tf.gather(x, tf.tensor1d([-1], 'int32'))).toThrowError('Received: -1 at place 0 of');
  });

  test('names the first of many wrong indices, and works again', () => {
    const ids = Int32Array.from({ length: 1000 }, (_, i) => i % 7);
    const x = numbers([7, 5]);
    ids[400] = 9;
    ids[401] = -3;
    ids[999] = 8;
    expect(() => tf.gather(x, tf.tensor1d(ids, 'int32'))).toThrowError('Received: 9 at place 400 of');
    expect(() => tf.gather(tf.transpose(x), tf.tensor1d(ids, 'int32'), 1)).toThrowError('Received: 9 at place 400 of');
    expectClose(tf.gather(x, tf.tensor1d([3], 'int32')).dataSync(), tf.slice(x, 3, 1).dataSync());
  });

  test('refuses an index at the call of a compiled step that brings it, and changes nothing', () => {
    const table = tf.variable(numbers([7, 20]));
    const step = (tf.backend() as unknown as WasmBackend).compile(
      (ids) => {
        const looked = tf.gather(table, ids as tf.Tensor1D);
        table.assign(tf.add(table, tf.mean(tf.mul(looked, 2))));
        return tf.sum(looked);
      },
      { onRefused: (reason) => expect.fail(reason) },
    );
    const good = tf.tensor1d([0, 6, 3, 3], 'int32');
    for (let i = 0; i < 4; i++) step(good);
    expect(step.explain()).toContain('0 of them calls back into JavaScript');
    const before = table.dataSync().slice();
    expect(() => step(tf.tensor1d([0, 7, 3, -1], 'int32'))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: GatherV2: the index value 7 is not in [0, 6]. Received: 7 at place 1 of the indices. Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).]`,
    );
    expect(table.dataSync()).toEqual(before);
    step(good);
    expect(table.dataSync()).not.toEqual(before);
    step.dispose();
    table.dispose();
  });
});
