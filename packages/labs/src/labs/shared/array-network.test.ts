import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { arrayNetwork, copyInto } from './array-network';

it('begins as He et al. say: mean 0, deviation sqrt(2 / inputs)', () => {
  setSeed(1);
  const values = arrayNetwork([784, 100, 10]).layers[0]!.weights.flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 3);
  expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt(2 / 784), 3);
});

it('gives the answers of layers with its weights, and keeps no tensor of the way', async () => {
  await useBackend('cpu');
  setSeed(2);
  const hand = arrayNetwork([3, 4, 2]);
  const twin = new Sequential([new Dense({ units: 4, activation: 'relu', inputShape: [3] }), new Dense({ units: 2 })]);
  const before = tf.memory().numTensors;
  copyInto(twin, hand);
  expect(tf.memory().numTensors).toBe(before);
  const expected = (twin.apply(tf.tensor2d([[0.5, -1, 2]])) as tf.Tensor).dataSync();
  hand.forward([[0.5, -1, 2]])[0]!.forEach((logit, index) => {
    expect(logit).toBeCloseTo(expected[index]!, 5);
  });
});
