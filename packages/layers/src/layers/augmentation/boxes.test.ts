import { SeedGenerator, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { boxMask, drawSpan } from './boxes';

beforeAll(async () => {
  await useBackend('cpu');
});

test('boxMask holds the pixels whose index is in the box, each image its own', () => {
  const x = [tf.tensor1d([0.5, 0]), tf.tensor1d([2.5, 1])] as const;
  const y = [tf.tensor1d([1, 0]), tf.tensor1d([2, 0])] as const;
  const mask = boxMask(2, 4, x, y);
  expect(mask.shape).toEqual([2, 2, 4, 1]);
  expect([...mask.dataSync()]).toEqual([...[0, 0, 0, 0, 0, 1, 1, 0], ...[0, 0, 0, 0, 0, 0, 0, 0]]);
});

test('drawSpan draws pieces of the length asked for within the axis', () => {
  const [from, to] = drawSpan(new SeedGenerator({ seed: 1 }), tf.fill([1000], 0.25), 8);
  for (const length of tf.sub(to, from).dataSync()) expect(length).toBeCloseTo(2, 5);
  const [least, most] = [tf.min(from).dataSync()[0] as number, tf.max(to).dataSync()[0] as number];
  expect(least).toBeGreaterThanOrEqual(0);
  expect(least).toBeLessThan(0.1);
  expect(most).toBeLessThanOrEqual(8);
  expect(most).toBeGreaterThan(7.9);
});
