import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu } from './backends/cpu';
import { gradCheck } from './grad-check';
import { leakCheck } from './memory/leak-check';

beforeAll(async () => {
  await cpu.start({});
});

const a = [0.3, -1.2, 0.7, 2.1, -0.4, 0.9];

/** `x²`, whose gradient is `2x`, times a factor that is right only at 1. */
const square = (factor: number) =>
  tf.customGrad((x, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor]);
    return {
      value: tf.square(x as tf.Tensor),
      gradFunc: (dy, saved) => tf.mul(tf.mul(dy as tf.Tensor, 2 * factor), (saved as tf.Tensor[])[0] as tf.Tensor),
    };
  });

describe('gradCheck', () => {
  it('shows what the documentation shows', () => {
    const report = gradCheck((x) => tf.sum(tf.tanh(x)), tf.tensor1d([0.5, -1]));
    expect(report.passed).toBe(true);
    expect(String(report)).toMatch(
      /^gradCheck: 2 derivatives agree with finite differences \(tolerance 0\.002\)\. Furthest off is input 0, element \[[01]\]: gradient 0\.\d+, finite difference 0\.\d+\.$/,
    );
  });

  it('is content with right gradients, also of several inputs and of large numbers', () => {
    const product = gradCheck((x, y) => tf.matMul(x, y), [tf.tensor2d(a, [2, 3]), tf.tensor2d(a, [3, 2])] as const);
    expect([product.passed, product.checked]).toEqual([true, 12]);
    expect(gradCheck(square(1), tf.tensor1d([100, -50, 0.001])).passed).toBe(true);
    // d/dx tanh(x) = 1 - tanh²(x), by hand.
    const { worst } = gradCheck((x) => tf.tanh(x), tf.scalar(0.5));
    expect(worst.difference / 0.8).toBeCloseTo(1 - Math.tanh(0.5) ** 2, 4);
  });

  it('finds a gradient that is one per cent off, and says where', () => {
    const report = gradCheck(square(1.01), tf.tensor2d([[0.4, -2]]));
    expect([report.passed, report.wrong.length]).toEqual([false, 2]);
    expect(report.wrong[0]).toBe(report.worst);
    expect(report.wrong.map(({ input, index }) => [input, index])).toEqual([
      [0, [0, 1]],
      [0, [0, 0]],
    ]);
    expect(String(report)).toMatch(
      /^gradCheck: 2 of 2 derivatives differ \(tolerance 0\.002\):\n {2}input 0, element \[0, 1\]: gradient -[56]\.\d+, finite difference -[56]\.\d+\n/,
    );
    expect(gradCheck(square(1.01), tf.tensor2d([[1, -2]]), { tolerance: 0.02 }).passed).toBe(true);
  });

  it('finds a transposed gradient, and one that is no number', () => {
    const wrong = tf.customGrad((x) => ({
      value: tf.mul(x as tf.Tensor, 1),
      gradFunc: (dy) => tf.reshape(tf.transpose(dy as tf.Tensor), [2, 3]),
    }));
    expect(gradCheck(wrong, tf.tensor2d(a, [2, 3])).passed).toBe(false);
    const nan = gradCheck(square(Number.NaN), tf.tensor1d([1]));
    expect([nan.passed, nan.wrong.length]).toEqual([false, 1]);
  });

  it('moves a variable in place and puts it back, bit by bit', () => {
    const [weight, x] = [tf.variable(tf.tensor1d([0.1, 0.7])), tf.tensor1d([2, 3])];
    const report = gradCheck(() => tf.sum(tf.mul(tf.square(weight), x)), weight);
    expect([report.passed, report.checked]).toEqual([true, 2]);
    expect([...weight.dataSync()]).toEqual([...Float32Array.of(0.1, 0.7)]);
  });

  it('spreads the checks over the input with `atMost`', () => {
    const wrongAtTheEnd = tf.customGrad((x) => ({
      value: tf.mul(x as tf.Tensor, 1),
      gradFunc: (dy) => tf.mul(dy as tf.Tensor, [1, 1, 1, 1, 2, 1]),
    }));
    const report = gradCheck(wrongAtTheEnd, tf.tensor1d(a), { atMost: 3 });
    expect([report.checked, report.wrong.length]).toEqual([3, 1]);
  });

  it.each([
    ['a function that gives no tensor', () => gradCheck(() => 3 as never, tf.scalar(1))],
    ['a function that is random', () => gradCheck((x) => tf.mul(x, Math.random()), tf.scalar(1))],
    ['an input that is not used', () => gradCheck((x, _) => tf.square(x), [tf.scalar(1), tf.scalar(2)] as const)],
    ['whole numbers', () => gradCheck((x) => tf.square(x), tf.scalar(1, 'int32'))],
    ['empty inputs', () => gradCheck((x) => tf.square(x), tf.zeros([0]))],
    ['numbers', () => gradCheck((x) => tf.square(x), [1] as never)],
    ['an unknown option', () => gradCheck((x) => tf.square(x), tf.scalar(1), { eps: 1 } as never)],
    ['a step of zero', () => gradCheck((x) => tf.square(x), tf.scalar(1), { step: 0 })],
    [
      'a gradient of another shape',
      () =>
        gradCheck(
          tf.customGrad((x) => ({ value: tf.sum(x as tf.Tensor), gradFunc: () => tf.ones([1]) })),
          tf.ones([2]),
        ),
    ],
  ])('refuses %s', (_, attempt) => {
    expect(attempt).toThrowErrorMatchingSnapshot();
  });

  it('leaves no tensor behind', () => {
    const [x, weight] = [tf.tensor1d(a), tf.variable(tf.scalar(2))];
    const check = leakCheck();
    gradCheck((value, factor) => tf.mul(tf.sin(value), factor), [x, weight] as const);
    check.expectNone('gradCheck');
  });
});
