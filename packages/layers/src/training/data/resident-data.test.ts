import { setSeed, useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { ArrayBatches } from './batches';
import { readDataset } from './read-data';
import { pickBatch, ResidentData } from './resident-data';

const pictures = Uint8Array.from({ length: 12 }, (_, i) => i * 20);
const y = ['no', 'yes', 'no', 'yes'];

function open(shuffle: boolean | 'batch', labels: readonly (number | string)[] = [0, 1, 2, 3]) {
  const data = { x: { data: pictures, shape: [4, 3] }, y: labels, sampleWeight: [1, 2, 3, 4] };
  const dataset = readDataset('test', data, {});
  return ResidentData.of(new ArrayBatches(dataset, { batchSize: 3, shuffle, inputTypes: ['float32'] }));
}

describe('data on the backend', () => {
  test('are not placed where nothing is compiled', async () => {
    await useBackend('cpu');
    expect(open(false)).toBeNull();
  });

  test('are not placed when they are strings, or when batches are kept together', async () => {
    await useBackend('wasm', { threads: 1 });
    expect(open(false, y)).toBeNull();
    expect(open('batch')).toBeNull();
  });

  test('give batches in the order of the pass, bytes as the numbers they are', async () => {
    await useBackend('wasm', { threads: 1 });
    setSeed(5);
    await expectNoLeak(() => {
      const data = open(true) as ResidentData;
      data.begin(2);
      const order = [...data.tensors.order.dataSync()];
      expect([...order].sort()).toEqual([0, 1, 2, 3]);
      expect(order).toEqual([...(data.batches.order(2) as Int32Array)]);
      tf.tidy(() => {
        const batch = pickBatch(data.tensors, tf.scalar(1, 'int32'), 2, data.types);
        const [first, second] = order.slice(1, 3) as [number, number];
        const x = batch.x as tf.Tensor;
        expect([x.dtype, x.shape]).toEqual(['float32', [2, 3]]);
        expect([...x.dataSync()]).toEqual([first, second].flatMap((row) => [0, 1, 2].map((i) => (row * 3 + i) * 20)));
        expect([...(batch.y as tf.Tensor).dataSync()]).toEqual([first, second]);
        expect([...(batch.sampleWeight as tf.Tensor).dataSync()]).toEqual([first + 1, second + 1]);
      });
      const taken = data.take(1, 3);
      expect([...(taken.y as tf.Tensor).dataSync()]).toEqual(order.slice(1, 3));
      tf.dispose([taken.x, taken.y, taken.sampleWeight] as tf.TensorContainer);
      data.dispose();
    });
  });
});
