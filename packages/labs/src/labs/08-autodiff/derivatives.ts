import { scope } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** A function of one number, as tensors compute it, and what its derivatives must be. */
export interface Asked {
  /** As people write it. */
  formula: string;
  of: (x: tf.Tensor) => tf.Tensor;
  at: number;
  /** How many times to differentiate. */
  order: number;
  /** By the rules of school. */
  expected: number;
}

const cube = (x: tf.Tensor) => tf.mul(x, tf.mul(x, x));

/** What the lab asks the tape for: the rules, the rules joined, higher derivatives, and a function with a branch and a loop. */
export const asked: readonly Asked[] = [
  { formula: 'x²', of: tf.square, at: 3, order: 1, expected: 6 },
  { formula: 'sin(x) · x', of: (x) => tf.mul(tf.sin(x), x), at: 0, order: 1, expected: 0 },
  { formula: 'exp(2x)', of: (x) => tf.exp(tf.mul(x, 2)), at: 0, order: 1, expected: 2 },
  { formula: 'sigmoid(x)', of: tf.sigmoid, at: 0, order: 1, expected: 0.25 },
  { formula: 'x³', of: cube, at: 2, order: 1, expected: 12 },
  { formula: 'x³', of: cube, at: 2, order: 2, expected: 12 },
  { formula: 'x³', of: cube, at: 2, order: 3, expected: 6 },
  { formula: 'power(x, 4)', of: (x) => power(x, 4), at: 1.5, order: 1, expected: 4 * 1.5 ** 3 },
];

/** A loop of JavaScript: the tape notes what was computed, not how it was written. */
export function power(x: tf.Tensor, times: number): tf.Tensor {
  let product: tf.Tensor = tf.onesLike(x);
  for (let time = 0; time < times; time++) product = tf.mul(product, x);
  return product;
}

/** A function's derivative of some order: the gradient of the gradient of … */
export function derivative(of: Asked['of'], order: number): (x: tf.Tensor) => tf.Tensor {
  return order === 0 ? of : derivative(tf.grad(of), order - 1);
}

/** What the tape says, and what one finds by moving x a little: `(f(x + h) - f(x - h)) / 2h`. */
export async function answer({ of, at, order }: Asked): Promise<{ tape: number; difference: number }> {
  const step = 1 / 64;
  const [tape, above, below] = scope(() => {
    const before = derivative(of, order - 1);
    const [x, up, down] = [at, at + step, at - step].map((value) => tf.scalar(value));
    return [derivative(of, order)(x!), before(up!), before(down!)];
  });
  const [[exact], [high], [low]] = (await Promise.all([
    tape!.data(),
    above!.data(),
    below!.data(),
  ])) as Float32Array[] as [Float32Array, Float32Array, Float32Array];
  tf.dispose([tape!, above!, below!]);
  return { tape: exact!, difference: (high! - low!) / (2 * step) };
}
