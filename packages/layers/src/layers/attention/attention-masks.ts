import { inWords, type SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** `[1, queries, values]`: true where the value does not come after the query. */
export function causalMask(queries: number, values: number): tf.Tensor {
  return tf.greaterEqual(positions(queries, -1), positions(values, -2));
}

/** `[1, queries, values]`: true where value and query are less than `window` steps apart. */
export function slidingWindowMask(queries: number, values: number, window: number): tf.Tensor {
  return tf.less(tf.abs(tf.sub(positions(queries, -1), positions(values, -2))), tf.scalar(window, 'int32'));
}

/** Both where there are two, one where there is one. */
export function bothMasks(a: tf.Tensor | null, b: tf.Tensor | null): tf.Tensor | null {
  return a && b ? tf.logicalAnd(a, b) : (a ?? b);
}

/** Sets a random part of the weights to 0 and scales the others up. */
export function dropped(weights: tf.Tensor, rate: number, generator: SeedGenerator): tf.Tensor {
  if (rate === 1) return tf.zerosLike(weights);
  const isKept = tf.greaterEqual(generator.uniform(weights.shape), rate);
  return tf.mul(weights, tf.mul(tf.cast(isKept, 'float32'), 1 / (1 - rate)));
}

/** The inputs as a list of two or three. Throws on anything else. */
export function listOfInputs<T>(place: string, inputs: readonly T[] | T): readonly T[] {
  if (Array.isArray(inputs) && (inputs.length === 2 || inputs.length === 3) && typeof inputs[0] !== 'number')
    return inputs;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: 'the inputs must be a list: [query, value] or [query, value, key]',
    received: inWords(
      Array.isArray(inputs) && typeof inputs[0] === 'object' ? `a list of ${inputs.length}` : 'one tensor',
    ),
    remedy: 'For attention of a sequence to itself pass it twice: apply([x, x]).',
  });
}

/** 0, 1, 2, … along one of the last two axes of three. */
function positions(length: number, axis: -1 | -2): tf.Tensor {
  const range = tf.range(0, length, 1, 'int32');
  return tf.reshape(range, axis === -1 ? [1, length, 1] : [1, 1, length]);
}
