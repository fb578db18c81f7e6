import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import type { WasmBackend } from '../wasm-backend';

beforeAll(() => startWasm({ threads: 1 }));
afterAll(() => stopWasm());

test.each(['before', 'after'])('counts all data off where variables go %s the program that works on them', (order) => {
  const { numTensors, numDataBuffers } = tf.memory();
  const start = tf.ones([3]);
  const weight = tf.variable(start);
  const factor = tf.scalar(2);
  const x = tf.ones([3]);
  const step = (tf.backend() as unknown as WasmBackend).compile((input: tf.Tensor) => {
    weight.assign(tf.add(weight, tf.mul(input, factor)) as tf.Tensor1D);
    return tf.sum(weight);
  });
  for (let run = 0; run < 4; run++) (step(x) as tf.Tensor).dispose();
  if (order === 'after') step.dispose();
  tf.dispose([start, weight, factor, x]);
  if (order === 'before') step.dispose();
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
});
