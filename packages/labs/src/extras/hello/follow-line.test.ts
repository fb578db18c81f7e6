import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { FollowLine } from './follow-line';
import { lineData } from './line-data';
import { lineNetwork } from './network';

it('sees weight and bias approach 3 and 1, and keeps no tensor', async () => {
  await useBackend('cpu');
  setSeed(1);
  const [model, follow, { x, y }] = [lineNetwork(), new FollowLine(), lineData()];
  await model.fit(x, y, { epochs: 30, callbacks: [follow], verbose: 0 });
  const before = tf.memory().numTensors;
  await model.fit(x, y, { epochs: 30, callbacks: [follow], verbose: 0 });
  expect(tf.memory().numTensors).toBe(before);
  expect([follow.weights.length, follow.biases.length]).toEqual([60, 60]);
  const far = (epoch: number) => Math.abs(follow.weights[epoch]! - 3) + Math.abs(follow.biases[epoch]! - 1);
  expect(far(59)).toBeLessThan(far(10));
});
