import { useBackend } from '@tenlab/core';
import { Conv2D } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { featureMaps } from './feature-maps';

beforeAll(async () => {
  await useBackend('cpu');
});

it('gives a map for each filter, scaled by its largest value, and leaves no tensor behind', async () => {
  const layer = new Conv2D({ filters: 2, kernelSize: 1, useBias: false, activation: 'relu', inputShape: [2, 2, 1] });
  layer.apply(tf.zeros([1, 2, 2, 1]));
  layer.setWeights([tf.tensor4d([2, -1], [1, 1, 1, 2])]);
  const before = tf.memory().numTensors;
  const { data, shape } = await featureMaps(layer, { data: Float32Array.of(0, 1, 2, 4), shape: [2, 2, 1] });
  expect(shape).toEqual([2, 2, 2]);
  expect(Array.from(data)).toEqual([0, 0.25, 0.5, 1, 0, 0, 0, 0]);
  expect(tf.memory().numTensors).toBe(before);
});
