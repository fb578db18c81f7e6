import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { answersOf } from './answers-of';

it('reads the surest class of each example, and keeps no tensor', async () => {
  await useBackend('cpu');
  const model = new Sequential([
    new Dense({ units: 2, activation: 'softmax', kernelInitializer: 'identity', inputShape: [2] }),
  ]);
  const x = { data: Float32Array.of(3, 0, 0, 3), shape: [2, 2] };
  await answersOf(model, x, 2, []);
  const before = tf.memory().numTensors;
  const { predictions, confidence } = await answersOf(model, x, 2, []);
  expect(Array.from(predictions)).toEqual([0, 1]);
  expect(confidence[0]).toBeCloseTo(1 / (1 + Math.exp(-3)), 5);
  expect(tf.memory().numTensors).toBe(before);
});
