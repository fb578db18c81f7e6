import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../register';

beforeAll(() => startWasm({ threads: 1 }));

test('gives a second tensor on the same data, which lives until both are disposed', () => {
  const before = tf.memory();
  const x = tf.tensor1d([1, 2, 3]);
  const y = tf.clone(x);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers + 1);
  x.dispose();
  expect([...y.dataSync()]).toEqual([1, 2, 3]);
  y.dispose();
  expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
});

test('a variable does not change with what it was made of', () => {
  const x = tf.tensor1d([1, 2]);
  const v = tf.variable(x);
  v.assign(tf.add(v, 1));
  expect([...x.dataSync()]).toEqual([1, 2]);
  expect([...v.dataSync()]).toEqual([2, 3]);
});
