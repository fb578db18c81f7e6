import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import type { WasmBackend } from '../wasm-backend';

beforeAll(() => startWasm({ threads: 1 }));
afterAll(() => stopWasm());
const compile = (step: (...inputs: tf.Tensor[]) => unknown) =>
  (tf.backend() as unknown as WasmBackend).compile(step, { onRefused: (reason) => expect.fail(reason) });
const one = (value: tf.Tensor) => {
  const [number] = value.dataSync();
  value.dispose();
  return number;
};

test('lets several programs share a variable, each seeing what the others wrote, and the host too', () => {
  const weight = tf.variable(tf.tensor1d([1]));
  const train = compile((x) => {
    weight.assign(tf.add(weight, x) as tf.Tensor1D);
    return tf.sum(weight);
  });
  const test = compile((x) => tf.sum(tf.mul(weight, x)));
  const also = compile((x) => {
    weight.assign(tf.mul(weight, x) as tf.Tensor1D);
    return tf.sum(weight);
  });
  const [first, second] = [tf.tensor1d([1]), tf.tensor1d([2])];
  let expected = 1;
  for (let round = 0; round < 8; round++) {
    expected += 1;
    expect(one(train(first) as tf.Tensor)).toBe(expected);
    expect(weight.dataSync()[0]).toBe(expected);
    expect(one(test(second) as tf.Tensor)).toBe(2 * expected);
    expect(weight.dataSync()[0]).toBe(expected);
    expected *= 2;
    expect(one(also(second) as tf.Tensor)).toBe(expected);
    expect(weight.dataSync()[0]).toBe(expected);
    if (round === 5) {
      expected = 3;
      tf.tidy(() => weight.assign(tf.tensor1d([3])));
    }
  }
  train.dispose();
  expect(one(test(second) as tf.Tensor)).toBe(2 * expected);
  expect(weight.dataSync()[0]).toBe(expected);
  test.dispose();
  also.dispose();
  expect(weight.dataSync()[0]).toBe(expected);
  weight.dispose();
});

test('leaves a clone the value it was made of', () => {
  const weight = tf.variable(tf.tensor1d([1]));
  const train = compile((x) => {
    weight.assign(tf.add(weight, x) as tf.Tensor1D);
    return tf.sum(weight);
  });
  const step = tf.tensor1d([1]);
  for (let round = 0; round < 5; round++) (train(step) as tf.Tensor).dispose();
  const clone = tf.clone(weight);
  (train(step) as tf.Tensor).dispose();
  expect([clone.dataSync()[0], weight.dataSync()[0]]).toEqual([6, 7]);
  train.dispose();
});
