import { Weight } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import '../testing/models';
import * as tf from '@tensorflow/tfjs-core';
import type { StoredArray } from '../formats/stored-array';
import { type FillOptions, fillWeights } from './fill-weights';

beforeAll(() => tf.setBackend('cpu'));

/** Two weights, and tensors for them that count how often they are read; the second is damaged where asked for. */
function pair({ damaged = false } = {}) {
  const reads = [0, 0];
  const weights = ['a', 'b'].map((name) => new Weight({ name, shape: [2] }));
  const matches = weights.map((weight, index) => ({
    label: weight.name,
    weight,
    tensor: {
      name: weight.name,
      dtype: 'float32',
      shape: [2],
      read: async (): Promise<StoredArray> => {
        reads[index]!++;
        if (damaged && index === 1) throw new Error('a damaged sector');
        return { dtype: 'float32', shape: [2], data: Float32Array.of(index + 1, index + 2) };
      },
    },
  }));
  const fill = (options: Partial<FillOptions> = {}) => fillWeights(matches, { place: 'test', ...options });
  return { reads, fill, values: () => weights.map(({ value }) => [...value.dataSync()]) };
}

it('reads what is small once, and what is too large to be kept a second time', async () => {
  const small = pair();
  await small.fill();
  expect(small.reads).toEqual([1, 1]);
  const large = pair();
  await large.fill({ mostKept: 8 });
  expect(large.reads).toEqual([1, 2]);
  expect(large.values()).toEqual(small.values());
  expect(large.values()).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

it.each([2 ** 26, 0])('changes nothing where a tensor cannot be read, with %i bytes kept', async (mostKept) => {
  const { fill, values } = pair({ damaged: true });
  await expect(fill({ mostKept })).rejects.toThrow('a damaged sector');
  expect(values()).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await expect(fill({ whole: false })).rejects.toThrow('a damaged sector');
  expect(values()[0]).toEqual([1, 2]);
});
