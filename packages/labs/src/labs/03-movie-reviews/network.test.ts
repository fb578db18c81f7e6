import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { reviewNetwork } from './network';

beforeAll(async () => {
  await useBackend('cpu');
});

it("is the course's network, and does not see how far a text is filled", async () => {
  const model = reviewNetwork(10_000);
  const read = async (text: number[]) => {
    const output = (await model.predict(tf.tensor2d([text], [1, text.length], 'int32'), { verbose: 0 })) as tf.Tensor;
    return output.dataSync()[0];
  };
  expect(await read([1, 7, 9])).toBeCloseTo((await read([1, 7, 9, 0, 0, 0]))!, 6);
  expect(await read([1, 7, 9])).toBeCloseTo((await read([9, 1, 7]))!, 6);
  expect(model.layers.map((layer) => layer.countParams())).toEqual([160_000, 0, 272, 17]);
});
