import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import type { WasmBackend } from '../wasm-backend';

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());
const compile = (step: (...inputs: tf.Tensor[]) => unknown, refused?: (reason: string) => void) =>
  (tf.backend() as unknown as WasmBackend).compile(step, refused ? { onRefused: refused } : {});

/** A small network trained by hand with momentum; returns the losses. */
function train(compiled: boolean, steps: number): { losses: number[]; weights: Float32Array; explain: string } {
  const initial: tf.Tensor[] = [];
  const variable = (value: tf.Tensor, trainable = true) => {
    initial.push(value);
    return tf.variable(value, trainable);
  };
  const kernel = variable(
    tf.tensor2d(
      Array.from({ length: 24 }, (_, i) => Math.sin(i)),
      [6, 4],
    ),
  );
  const bias = variable(tf.zeros([4]));
  const out = variable(
    tf.tensor2d(
      Array.from({ length: 4 }, (_, i) => Math.cos(i)),
      [4, 1],
    ),
  );
  const variables = [kernel, bias, out];
  const velocities = variables.map((one) => variable(tf.zerosLike(one), false));
  tf.dispose(initial);
  const step = (x: tf.Tensor, y: tf.Tensor) => {
    const { value, grads } = tf.variableGrads(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(x as tf.Tensor2D, kernel as tf.Tensor2D), bias));
      return tf.mean(tf.squaredDifference(tf.matMul(hidden as tf.Tensor2D, out as tf.Tensor2D), y)) as tf.Scalar;
    }, variables);
    for (const [index, variable] of variables.entries()) {
      const velocity = velocities[index]!;
      velocity.assign(tf.add(tf.mul(velocity, 0.9), grads[variable.name]!));
      variable.assign(tf.sub(variable, tf.mul(velocity, 0.05)) as tf.Tensor);
    }
    return value;
  };
  const run = compiled
    ? compile(step, (reason) => expect.fail(reason))
    : (...inputs: tf.Tensor[]) => tf.tidy(() => step(inputs[0]!, inputs[1]!));
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) {
    const x = tf.tensor2d(
      Array.from({ length: 30 }, (_, j) => Math.sin(i * 30 + j)),
      [5, 6],
    );
    const y = tf.tensor2d(
      Array.from({ length: 5 }, (_, j) => Math.cos(i + j)),
      [5, 1],
    );
    const loss = run(x, y) as tf.Tensor;
    losses.push(loss.dataSync()[0]!);
    tf.dispose([x, y, loss]);
  }
  const weights = kernel.dataSync() as Float32Array;
  const explain = 'explain' in run ? run.explain() : '';
  if ('dispose' in run) run.dispose();
  tf.dispose([...variables, ...velocities]);
  return { losses, weights, explain };
}

test('gives the bits of the step run as it is', () => {
  const before = tf.memory().numTensors;
  const eager = train(false, 30);
  const compiled = train(true, 30);
  expect(compiled.losses).toEqual(eager.losses);
  expect(compiled.weights).toEqual(eager.weights);
  expect(tf.memory().numTensors).toBe(before);
  console.log(compiled.explain);
});
