import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { disposeBatch } from './batches';
import { type BatchIterable, IterableBatches, isBatchIterable } from './iterable-batches';

beforeAll(async () => {
  await useBackend('cpu');
});

async function read(iterable: unknown, counts = {}) {
  const batches = new IterableBatches('fit', iterable as BatchIterable, counts);
  const shapes: unknown[] = [];
  for await (const batch of batches.pass()) {
    const { x, y, sampleWeight } = batch;
    shapes.push([x, y, sampleWeight].map((tree) => (tree instanceof tf.Tensor ? tree.shape : tree && 'several')));
    disposeBatch(batch);
  }
  return shapes;
}

const x = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const y = [0, 1, 0];

describe('IterableBatches', () => {
  test('take generators, lists of batches, functions that make them, and tf.data', async () => {
    async function* generator() {
      yield [x, y];
      yield [tf.ones([1, 2]), tf.ones([1])];
    }
    const expected = [
      [[3, 2], [3], null],
      [[1, 2], [1], null],
    ];
    expect(await read(generator)).toEqual(expected);
    expect(await read(generator())).toEqual(expected);
    const list = [{ xs: x, ys: y }];
    let next = 0;
    const dataset = {
      size: 1,
      iterator: async () => ({ next: async () => ({ value: list[next++], done: next > list.length }) }),
    };
    expect(await read(dataset)).toEqual([expected[0]]);
    expect(new IterableBatches('fit', dataset as never, {}).steps).toBe(1);
    expect(new IterableBatches('fit', generator, {}).steps).toBeNull();
  });

  test('may carry weights, or inputs alone, or several inputs', async () => {
    expect(await read([[x, y, [1, 2, 3]]].values())).toEqual([[[3, 2], [3], [3]]]);
    expect(await read([tf.ones([2, 2])].values())).toEqual([[[2, 2], null, null]]);
    expect(await read([[{ a: x, b: y }, y]].values())).toEqual([['several', [3], null]]);
    expect(await read([[[x, x], y]].values(), { inputs: 2 })).toEqual([['several', [3], null]]);
  });

  test('own the tensors they are given', async () => {
    await expectNoLeak(async () => {
      await read(function* () {
        yield [tf.ones([2, 2]), tf.ones([2])];
      });
      return [];
    });
    const shared = tf.ones([2, 2]);
    const twice = function* () {
      yield shared;
      yield shared;
    };
    await expect(read(twice)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the tensors of a batch must still be there. Received: a tensor that has been disposed. A batch belongs to the training loop once given. Give a copy, tf.clone(x), if you need it again.]`,
    );
  });
});

test('data is told from what gives batches', () => {
  const yes = [function* () {}, [1].values(), new Set([1]), { iterator: async () => {} }];
  const no = [[1], tf.zeros([1]), Float32Array.of(1), { data: Uint8Array.of(1), shape: [1] }, { a: [1] }, null, 'text'];
  expect(yes.map(isBatchIterable)).toEqual(yes.map(() => true));
  expect(no.map(isBatchIterable)).toEqual(no.map(() => false));
});
