import { setSeed, useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ArrayBatches, type ArrayBatchesOptions, batchLength, disposeBatch } from './batches';
import { readDataset } from './read-data';

beforeAll(async () => {
  await useBackend('cpu');
});

const numbers = Array.from({ length: 10 }, (_, i) => [i]);

function batches(options: Partial<ArrayBatchesOptions>): ArrayBatches {
  const dataset = readDataset('fit', { x: numbers, y: numbers.flat(), sampleWeight: numbers.flat() }, {});
  return new ArrayBatches(dataset, { batchSize: 4, shuffle: false, ...options });
}

function pass(source: ArrayBatches, epoch: number): number[][] {
  return [...source.pass(epoch)].map((batch) => {
    const values = [...(batch.x as tf.Tensor).dataSync()];
    expect([...(batch.y as tf.Tensor).dataSync()]).toEqual(values);
    disposeBatch(batch);
    return values;
  });
}

describe('ArrayBatches', () => {
  test('come in order, the last one smaller', () => {
    expect(batches({}).steps).toBe(3);
    expect(pass(batches({}), 0)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  test('are shuffled anew in each epoch, the same after the same seed', () => {
    setSeed(5);
    const first = batches({ shuffle: true });
    const [a, b] = [pass(first, 0), pass(first, 1)];
    expect(a.flat().sort((x, y) => x - y)).toEqual(numbers.flat());
    expect(a).not.toEqual(b);
    setSeed(5);
    expect(pass(batches({ shuffle: true }), 1)).toEqual(b);
  });

  test('may keep their samples and change places only', () => {
    setSeed(2);
    const blocks = pass(batches({ shuffle: 'batch', batchSize: 2 }), 3);
    expect(blocks.map(([first]) => first).sort()).toEqual([0, 2, 4, 6, 8]);
    for (const [first, second] of blocks) expect(second).toBe((first as number) + 1);
  });

  test('have the type the model asks for', () => {
    const dataset = readDataset('fit', { x: { data: Uint8Array.of(1, 2), shape: [2] } }, {});
    const typesOf = (options: object) =>
      [...new ArrayBatches(dataset, { batchSize: 2, shuffle: false, ...options }).pass(0)].map(
        ({ x }) => (x as tf.Tensor).dtype,
      );
    expect(typesOf({})).toEqual(['int32']);
    expect(typesOf({ inputTypes: ['float32'] })).toEqual(['float32']);
  });

  test('leave nothing once disposed', async () => {
    await expectNoLeak(() => {
      pass(batches({ shuffle: true }), 0);
      return [];
    });
  });
});

test('batchLength counts samples', () => {
  expect(batchLength({ a: tf.zeros([3, 2]) })).toBe(3);
  expect(() => batchLength(tf.scalar(1))).toThrow(/a batch must have samples/);
});
