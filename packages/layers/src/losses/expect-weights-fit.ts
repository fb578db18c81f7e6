import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { formatShape } from '../graph/shape';

/** Throws unless weights can be multiplied into the values they are for without making them more: each axis as long, or 1. */
export function expectWeightsFit(place: string, weights: tf.Tensor, values: tf.Tensor): void {
  const offset = values.rank - weights.rank;
  const fits = weights.shape.every((length, axis) => length === 1 || length === values.shape[axis + offset]);
  if (offset >= 0 && fits) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place,
    expected: `\`sampleWeight\` must fit the losses, of shape ${formatShape(values.shape)}`,
    received: inWords(`shape ${formatShape(weights.shape)}`),
    remedy: `Give one weight per sample, shape ${formatShape([values.shape[0] ?? 1])}, or one per loss.`,
  });
}
