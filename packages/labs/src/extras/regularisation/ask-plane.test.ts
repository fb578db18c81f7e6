import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { askPlane } from './ask-plane';

it('asks everywhere, and measures the line: here the y axis', async () => {
  await useBackend('cpu');
  const model = new Sequential([new Dense({ units: 1, activation: 'sigmoid', inputShape: [2] })]);
  model.setWeights([tf.tensor2d([[3], [0]]), tf.tensor1d([0])]);
  await askPlane(model);
  const before = tf.memory().numTensors;
  const { x, y, probabilities, length } = await askPlane(model);
  expect(tf.memory().numTensors).toBe(before);
  expect(probabilities).toHaveLength(x.length * y.length);
  expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(3 * 1.8)), 5);
  expect(length).toBeCloseTo(1.4 + 1.9, 3);
});
