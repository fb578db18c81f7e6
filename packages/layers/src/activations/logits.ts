import type * as tf from '@tensorflow/tfjs-core';

// A probability of exactly 0 or 1 has lost what the logit still knew. So softmax and sigmoid remember what they were made
// from, and a cross-entropy that is handed their output goes back to it, as Keras does with `_keras_logits`.
const origins = new WeakMap<tf.Tensor, { logits: tf.Tensor; axis: number | null }>();

/** Notes that `probabilities` is the softmax of `logits` over `axis`, or with `axis` null their sigmoid. */
export function rememberLogits(probabilities: tf.Tensor, logits: tf.Tensor, axis: number | null): tf.Tensor {
  origins.set(probabilities, { logits, axis: axis === null ? null : fromEnd(axis, logits.rank) });
  return probabilities;
}

/** The logits that these probabilities are the softmax (over `axis`) or the sigmoid (`axis` null) of, if known and alive. */
export function logitsOf(probabilities: tf.Tensor, axis: number | null): tf.Tensor | null {
  const origin = origins.get(probabilities);
  if (!origin || origin.logits.isDisposed) return null;
  const wanted = axis === null ? null : fromEnd(axis, probabilities.rank);
  return origin.axis === wanted ? origin.logits : null;
}

function fromEnd(axis: number, rank: number): number {
  return axis < 0 ? axis : axis - rank;
}
