// What layers draw with: all of it inside the step, with tensors, so that a compiled step draws anew each time it runs.
import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Range } from './factor';

/** Numbers drawn evenly from a range. */
export function drawUniform(generator: SeedGenerator, shape: readonly number[], [from, to]: Range): tf.Tensor {
  return generator.uniform(shape, { minValue: from, maxValue: to });
}

/** Whole numbers from `from` to `to - 1`, as float32. */
export function drawIntegers(generator: SeedGenerator, shape: readonly number[], [from, to]: Range): tf.Tensor {
  return tf.minimum(tf.floor(drawUniform(generator, shape, [from, to])), to - 1);
}

/** For each image whether it is one that changes, with a probability that is itself drawn from a range. `bool[batch]`. */
export function drawChosen(generator: SeedGenerator, batch: number, probability: Range): tf.Tensor {
  const chance = drawUniform(generator, [batch], probability);
  return tf.less(drawUniform(generator, [batch], [0, 1]), chance);
}

/** 1 or -1, each half of the time. */
export function drawSigns(generator: SeedGenerator, shape: readonly number[]): tf.Tensor {
  return tf.where(tf.greater(generator.uniform(shape), 0.5), tf.fill([...shape], -1), tf.fill([...shape], 1));
}

/**
 * The numbers 0 to `length - 1` in a random order, `int32[length]`.
 *
 * `order[i]` is the rank of the i-th of `length` random numbers. (Sorting would be a call back into JavaScript in each step.)
 */
export function drawPermutation(generator: SeedGenerator, length: number): tf.Tensor1D {
  const numbers = generator.uniform([length]);
  const [a, b] = [tf.reshape(numbers, [length, 1]), tf.reshape(numbers, [1, length])];
  const isEarlier = tf.less(tf.reshape(tf.range(0, length), [1, length]), tf.reshape(tf.range(0, length), [length, 1]));
  const isBefore = tf.logicalOr(tf.less(b, a), tf.logicalAnd(tf.equal(b, a), isEarlier));
  return tf.cast(tf.sum(tf.cast(isBefore, 'float32'), 1), 'int32') as tf.Tensor1D;
}

/**
 * The logarithm of numbers of the gamma distribution with shape `alpha` and scale 1.
 *
 * Marsaglia and Tsang 2000, for `a = alpha + 1`: with `d = a - 1/3`, `c = 1 / √(9 d)`, normal `z`, `v = (1 + c z)³` take `d v` where
 * `v > 0` and `log u < z²/2 + d - d v + d log v`; and a gamma number of `alpha` is one of `a` times `u^(1 / alpha)`. A try fails
 * less than once in 20 times, so eight tries, all made at once, fail less than once in 10^10; the last is then taken as it is.
 */
export function drawLogGamma(generator: SeedGenerator, shape: readonly number[], alpha: number | tf.Tensor): tf.Tensor {
  const d = tf.add(alpha, 2 / 3);
  const c = tf.rsqrt(tf.mul(d, 9));
  let logGamma: tf.Tensor | null = null;
  for (let attempt = 0; attempt < 8; attempt++) {
    const z = generator.normal(shape);
    const v = tf.pow(tf.maximum(tf.add(tf.mul(c, z), 1), 1e-6), 3);
    const bound = tf.add(tf.mul(tf.square(z), 0.5), tf.mul(d, tf.add(tf.sub(1, v), tf.log(v))));
    const isGood = tf.logicalAnd(tf.greater(v, 1e-17), tf.less(logUniform(generator, shape), bound));
    const tried = tf.log(tf.mul(d, v));
    logGamma = logGamma === null ? tried : tf.where(isGood, tried, logGamma);
  }
  return tf.add(logGamma as tf.Tensor, tf.div(logUniform(generator, shape), alpha));
}

/** Numbers of the beta distribution with both parameters `alpha`: `G1 / (G1 + G2)` of two gamma numbers. */
export function drawBeta(generator: SeedGenerator, shape: readonly number[], alpha: number | tf.Tensor): tf.Tensor {
  const [first, second] = [drawLogGamma(generator, shape, alpha), drawLogGamma(generator, shape, alpha)];
  return tf.sigmoid(tf.sub(first, second));
}

/** The logarithm of a number between 0 and 1, never of 0. */
function logUniform(generator: SeedGenerator, shape: readonly number[]): tf.Tensor {
  return tf.log(generator.uniform(shape, { minValue: 2 ** -25, maxValue: 1 + 2 ** -25 }));
}

/** One number for each image, `[batch]`, in the form of images. */
export function perImage(values: tf.Tensor): tf.Tensor {
  return tf.reshape(values, [-1, 1, 1, 1]);
}
