import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { copyInto, handwrittenNetwork, twinNetwork } from './networks';

beforeAll(async () => {
  await useBackend('cpu');
});

it('begins as He et al. say: mean 0, deviation sqrt(2 / inputs)', () => {
  setSeed(1);
  const values = handwrittenNetwork(100).layers[0]!.weights.flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 3);
  expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt(2 / 784), 3);
});

it('gives the answers of its twin of layers, which keeps no tensor of the way', () => {
  setSeed(2);
  const [hand, twin] = [handwrittenNetwork(100), twinNetwork(100)];
  expect(twin.countParams()).toBe(785 * 100 + 101 * 10);
  const before = tf.memory().numTensors;
  copyInto(twin, hand);
  expect(tf.memory().numTensors).toBe(before);
  const x = Array.from({ length: 784 }, (_, at) => (at % 7) / 7);
  const expected = Array.from((twin.apply(tf.tensor2d([x])) as tf.Tensor).dataSync());
  hand.forward([x])[0]!.forEach((logit, index) => {
    expect(logit).toBeCloseTo(expected[index]!, 4);
  });
});
