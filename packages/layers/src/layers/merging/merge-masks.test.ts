import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Concatenate,
  Dense,
  Embedding,
  GlobalAveragePooling1D,
  Input,
  type KerasTensor,
  type Layer,
  Model,
  Multiply,
  modelFromJSON,
} from '../../index';
import { concatenateMasks, orMasks } from './merge-masks';

beforeAll(async () => {
  await useBackend('cpu');
});

const bools = (...values: number[]) => tf.tensor2d(values, [1, values.length], 'bool');

describe('orMasks', () => {
  test('is true where any is, and none when one input has none', () => {
    expect([...(orMasks([bools(1, 0, 0), bools(0, 1, 0)]) as tf.Tensor).dataSync()]).toEqual([1, 1, 0]);
    expect(orMasks([bools(1), null])).toBeNull();
    expect(orMasks([])).toBeNull();
  });
});

describe('concatenateMasks', () => {
  test('joins along steps and along features', () => {
    const inputs = [tf.ones([1, 2, 1]), tf.ones([1, 2, 3])];
    const join = (axis: number) => [...(concatenateMasks(inputs, [bools(1, 0), null], axis) as tf.Tensor).dataSync()];
    expect(join(-1)).toEqual([1, 1]);
    expect(concatenateMasks(inputs, [null, null], -1)).toBeNull();
  });
});

// In a model, masks are operations of the graph: they have to be written, read and computed as well.
describe.each([
  ['Multiply', () => new Multiply()],
  ['Concatenate', () => new Concatenate({ axis: 1 })],
] as [string, () => Layer][])('the mask of %s in a functional model', (_, make) => {
  test('gives what the layers give one by one, also after a round through JSON', async () => {
    const inputs = [0, 1].map(() => Input({ shape: [3] }));
    const embed = new Embedding({ inputDim: 5, outputDim: 2, maskZero: true });
    const [merge, pool, head] = [make(), new GlobalAveragePooling1D(), new Dense({ units: 1 })];
    const merged = merge.apply<KerasTensor>(inputs.map((input) => embed.apply(input)));
    const model = new Model({ inputs, outputs: head.apply(pool.apply(merged)) });
    const ids = [tf.tensor2d([[1, 0, 2]]), tf.tensor2d([[3, 0, 0]])];
    const expected = head.apply<tf.Tensor>(
      pool.apply<tf.Tensor>(merge.apply<tf.Tensor>(ids.map((id) => embed.apply<tf.Tensor>(id)))),
    );
    const read = modelFromJSON(model.toJSON());
    read.setWeights(model.getWeights());
    for (const each of [model, read]) {
      const output = (await each.predict(ids)) as tf.Tensor;
      expect(output.dataSync()[0]).toBeCloseTo(expected.dataSync()[0] as number, 5);
    }
  });
});
