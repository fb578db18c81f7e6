import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
});

type Computed = solution.Computed;
const at = (value: tf.Tensor) => value.dataSync()[0]!;
const { derivative, descend, squaredError } = solution;

it.each<[string, string, Work]>([
  ['derivative', 'value-not-derivative', { derivative: (f: Computed, x: number) => at(f(tf.scalar(x))) }],
  ['derivative', 'not-a-number', { derivative: (f: Computed, x: number) => tf.grad(f)(tf.scalar(x)) }],
  ['derivative', 'wrong-derivative', { derivative: () => 12 }],
  ['second', 'first-derivative', { secondDerivative: derivative }],
  ['second', 'squared-derivative', { secondDerivative: (f: Computed, x: number) => derivative(f, x) ** 2 }],
  ['second', 'wrong-derivative', { secondDerivative: () => 6 }],
  ['error', 'not-a-tensor', { squaredError: (p: tf.Tensor, y: tf.Tensor) => at(squaredError(p, y)) }],
  ['error', 'not-averaged', { squaredError: (p: tf.Tensor, y: tf.Tensor) => tf.square(tf.sub(p, y)) }],
  ['error', 'sum-not-mean', { squaredError: (p: tf.Tensor, y: tf.Tensor) => tf.sum(tf.square(tf.sub(p, y))) }],
  ['error', 'absolute-not-squared', { squaredError: (p: tf.Tensor, y: tf.Tensor) => tf.mean(tf.abs(tf.sub(p, y))) }],
  ['error', 'squared-mean', { squaredError: (p: tf.Tensor, y: tf.Tensor) => tf.square(tf.mean(tf.sub(p, y))) }],
  ['error', 'wrong-error', { squaredError: () => tf.scalar(1) }],
  [
    'descend',
    'uphill',
    {
      descend: (...given: Parameters<typeof descend>) => {
        const [w, b] = descend(...given);
        return [2 * given[0] - w, 2 * given[1] - b];
      },
    },
  ],
  [
    'descend',
    'no-rate',
    {
      descend: (...given: Parameters<typeof descend>) => {
        const [w, b] = descend(...given);
        return [given[0] + 10 * (w - given[0]), given[1] + 10 * (b - given[1])];
      },
    },
  ],
  [
    'descend',
    'gradient-after-step',
    {
      descend: (w: number, b: number, x: number[], y: number[]) => {
        const [moved] = descend(w, b, x, y);
        return [moved, descend(moved, b, x, y)[1]];
      },
    },
  ],
  ['descend', 'wrong-step', { descend: () => [3, 2] }],
  ['residual', 'no-way-around', { residual: (f: Computed, x: tf.Tensor) => f(x) }],
  ['residual', 'nothing-inside', { residual: (_: Computed, x: tf.Tensor) => x }],
  ['residual', 'wrong-block', { residual: (f: Computed, x: tf.Tensor) => tf.mul(x, f(x)) }],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
