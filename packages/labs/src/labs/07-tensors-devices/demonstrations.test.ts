import { randomNormalValues, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { demonstrate, inShort, topics } from './demonstrations';
import { inverse } from './inverse';

beforeAll(async () => {
  await useBackend('wasm');
});

const known = {
  tf,
  inverse,
  randomNormalValues,
  A: [
    [4, 7],
    [2, 6],
  ],
};

it('shows what the code that it shows gives', () => {
  for (const topic of topics) {
    for (const { code, result } of demonstrate(topic)) {
      const written = new Function(...Object.keys(known), `return ${code};`);
      expect([code, inShort(() => written(...Object.values(known)))]).toEqual([code, result]);
    }
  }
});

const resultOf = (code: string) =>
  topics.flatMap((topic) => demonstrate(topic)).find((shown) => shown.code === code)?.result;

it.each([
  ['tf.tensor([1, 2, 3])', 'float32 [3]: [1, 2, 3]'],
  ["tf.cast([1.9, -1.9], 'int32')", 'int32 [2]: [1, -1]'],
  ['tf.scalar(16777217)', 'float32 []: 16777216'],
  ['tf.matMul([[1, 2], [3, 4]], [[5], [6]])', 'float32 [2, 1]: [[17], [39]]'],
  ['inverse(A)', '[[0.6, -0.7], [-0.2, 0.4]]'],
  ['tf.mul([[1], [2], [3]], [[1, 2, 3, 4]])', 'float32 [3, 4]: [[1, 2, 3, 4], [2, 4, 6, 8], [3, 6, 9, 12]]'],
  ['tf.where(tf.greater([1, 5, 3], 2), [1, 5, 3], [0, 0, 0])', 'float32 [3]: [0, 5, 3]'],
  ['tf.argMax([[1, 9, 2], [7, 1, 5]], 1)', 'int32 [2]: [1, 0]'],
  ["tf.oneHot(tf.tensor1d([2, 0], 'int32'), 3)", 'int32 [2, 3]: [[0, 0, 1], [1, 0, 0]]'],
  ['((t) => tf.reshape(t, [4]).dataId === t.dataId)(tf.ones([2, 2]))', 'true'],
  ['((t) => tf.transpose(t).dataId === t.dataId)(tf.ones([2, 3]))', 'false'],
  ['((t) => { tf.add(t, 1); return t; })(tf.tensor([1, 2]))', 'float32 [2]: [1, 2]'],
])('%s gives %s', (code, result) => {
  expect(resultOf(code)).toBe(result);
});

it('shows an error where shapes do not go together, and leaves no tensor behind', () => {
  expect(resultOf('tf.add([1, 2], [1, 2, 3])')).toMatch(/^Error: .*broadcast/);
  const before = tf.memory().numTensors;
  for (const topic of topics) demonstrate(topic);
  expect(tf.memory().numTensors).toBe(before);
});
