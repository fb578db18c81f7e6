import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { answer, asked, derivative } from './derivatives';

beforeAll(async () => {
  await useBackend('wasm');
});

it.each(asked)('finds derivative $order of $formula at $at: $expected', async (one) => {
  const { tape, difference } = await answer(one);
  expect(tape).toBeCloseTo(one.expected, 5);
  expect(difference).toBeCloseTo(one.expected, 2);
});

it('leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  for (const one of asked) await answer(one);
  expect(tf.memory().numTensors).toBe(before);
});

it('differentiates as often as asked', () => {
  const square = (x: tf.Tensor) => tf.mul(x, x);
  const values = [0, 1, 2].map((order) => derivative(square, order)(tf.scalar(5)).dataSync()[0]);
  expect(values).toEqual([25, 10, 2]);
});
