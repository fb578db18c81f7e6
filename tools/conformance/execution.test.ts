import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { CALLS_TO_COMPILE, compiledExecution, compiles, eager } from './execution';

beforeAll(async () => {
  await useBackend('wasm');
});

test('runs a step as it is', () => {
  let calls = 0;
  const sum = eager.run(
    (x) => {
      calls++;
      return tf.sum(x);
    },
    [tf.tensor([1, 2])],
  );
  expect(sum.dataSync()[0]).toBe(3);
  expect(calls).toBe(1);
});

test('gives what the program of a step computed, with the state put back before', () => {
  expect(compiles()).toBe(true);
  const state = tf.variable(tf.scalar(0));
  const refusals: string[] = [];
  let calls = 0;
  const result = compiledExecution((reason) => refusals.push(reason)).run(
    (x) => {
      calls++;
      state.assign(tf.add(state, x));
      return tf.mul(state, 2);
    },
    [tf.scalar(5)],
    () => void state.assign(tf.scalar(1)),
  );
  expect(result.dataSync()[0]).toBe(12);
  expect(calls).toBe(CALLS_TO_COMPILE);
  expect(refusals).toEqual([]);
});

test('says why a step is no program', () => {
  const refusals: string[] = [];
  const execution = compiledExecution((reason) => refusals.push(reason));
  const read = execution.run((x) => tf.scalar(2 * (x.dataSync()[0] as number)), [tf.scalar(4)]);
  expect(read.dataSync()[0]).toBe(8);
  expect(refusals).toHaveLength(1);
});
