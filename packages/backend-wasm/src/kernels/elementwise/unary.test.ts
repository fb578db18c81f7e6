import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../../testing/on-threads';

type Unary = (x: tf.Tensor) => tf.Tensor;

/** The function, what it should give in float64, and the error allowed in units of the last place. */
const functions: [string, Unary, (x: number) => number, number][] = [
  ['neg', tf.neg, (x) => -x, 0],
  ['abs', tf.abs, Math.abs, 0],
  ['relu', tf.relu, (x) => Math.max(x, 0), 0],
  ['relu6', tf.relu6, (x) => Math.min(Math.max(x, 0), 6), 0],
  ['step', tf.step, (x) => (x > 0 ? 1 : 0), 0],
  ['leakyRelu', tf.leakyRelu, (x) => (x < 0 ? Math.fround(0.2) * x : x), 1],
  ['square', tf.square, (x) => x * x, 1],
  ['sign', tf.sign, Math.sign, 0],
  ['floor', tf.floor, Math.floor, 0],
  ['ceil', tf.ceil, Math.ceil, 0],
  ['exp', tf.exp, Math.exp, 2],
  ['sigmoid', tf.sigmoid, (x) => 1 / (1 + Math.exp(-x)), 3],
  ['tanh', tf.tanh, Math.tanh, 4],
  ['elu', tf.elu, (x) => (x < 0 ? Math.expm1(x) : x), 4],
  ['softplus', tf.softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), 4],
];

const positive: typeof functions = [
  ['log', tf.log, Math.log, 3],
  ['sqrt', tf.sqrt, Math.sqrt, 1],
  ['rsqrt', tf.rsqrt, (x) => 1 / Math.sqrt(x), 2],
  ['reciprocal', tf.reciprocal, (x) => 1 / x, 1],
];

/** Numbers over many orders of magnitude, of one sign or both; 1,037 of them: blocks, and a tail. */
function spread(bothSigns: boolean, largest: number): Float32Array {
  return Float32Array.from({ length: 1037 }, (_, i) => {
    const size = 10 ** (-6 + (i / 1036) * (6 + Math.log10(largest)));
    return bothSigns && i % 2 ? -size : size;
  });
}

function worstError(actual: ArrayLike<number>, x: Float32Array, reference: (x: number) => number): number {
  let worst = 0;
  for (let i = 0; i < x.length; i++) {
    const exact = reference(x[i]!);
    const unit = Math.max(2 ** (Math.floor(Math.log2(Math.abs(exact) || 1e-38)) - 23), 2 ** -149);
    worst = Math.max(worst, Math.abs(actual[i]! - exact) / unit);
  }
  return worst;
}

onThreads('functions of one tensor', (sameBits) => {
  test.each(functions)('%s is right from 1e-6 to 80, both signs', (name, apply, reference, allowed) => {
    const x = spread(true, 80);
    const y = apply(tf.tensor1d(x));
    expect(worstError(y.dataSync(), x, reference)).toBeLessThanOrEqual(allowed + 0.5);
    sameBits(name, y);
  });

  test.each(positive)('%s is right from 1e-6 to 1e6', (name, apply, reference, allowed) => {
    const x = spread(false, 1e6);
    const y = apply(tf.tensor1d(x));
    expect(worstError(y.dataSync(), x, reference)).toBeLessThanOrEqual(allowed + 0.5);
    sameBits(name, y);
  });

  test('the ends of the number line are right', () => {
    const x = tf.tensor1d([Number.NaN, Infinity, -Infinity, 0, 100, -120]);
    expect([...tf.exp(x).dataSync()]).toEqual([Number.NaN, Infinity, 0, 1, Infinity, 0]);
    expect([...tf.log(x).dataSync()].slice(0, 4)).toEqual([Number.NaN, Infinity, Number.NaN, -Infinity]);
    expect([...tf.sigmoid(x).dataSync()].slice(0, 4)).toEqual([Number.NaN, 1, 0, 0.5]);
    expect([...tf.tanh(x).dataSync()].slice(0, 4)).toEqual([Number.NaN, 1, -1, 0]);
    expect([...tf.relu(x).dataSync()]).toEqual([Number.NaN, Infinity, 0, 0, 100, 0]);
    expect([...tf.isNaN(x).dataSync()]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('the smallest numbers keep their logarithm', () => {
    const x = Float32Array.from([1e-40, 1.1754944e-38, 1e-44]);
    const y = tf.log(tf.tensor1d(x)).dataSync();
    for (const [i, value] of x.entries()) expect(y[i]).toBeCloseTo(Math.log(value), 4);
  });
});
