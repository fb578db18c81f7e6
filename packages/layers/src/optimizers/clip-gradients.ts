import * as tf from '@tensorflow/tfjs-core';

/** The bounds a gradient may be kept within; at most one of them is set. */
export interface GradientClipping {
  clipnorm: number | null;
  clipvalue: number | null;
  globalClipnorm: number | null;
}

/**
 * Keeps gradients within bounds.
 *
 * `clipnorm` c: each gradient is `g · c / max(‖g‖, c)`; `globalClipnorm` c: the same with one norm over all gradients,
 * `g · c · min(1/‖all‖, 1/c)`; `clipvalue` v: each element is kept in `[-v, v]`.
 */
export function clipGradients(
  gradients: tf.Tensor[],
  { clipnorm, clipvalue, globalClipnorm }: GradientClipping,
): tf.Tensor[] {
  if (clipnorm) return gradients.map((gradient) => clipByNorm(gradient, clipnorm));
  if (globalClipnorm) return clipByGlobalNorm(gradients, globalClipnorm);
  if (clipvalue) return gradients.map((gradient) => tf.clipByValue(gradient, -clipvalue, clipvalue));
  return gradients;
}

function clipByNorm(gradient: tf.Tensor, limit: number): tf.Tensor {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.div(tf.mul(gradient, limit), tf.maximum(norm, limit));
}

function clipByGlobalNorm(gradients: tf.Tensor[], limit: number): tf.Tensor[] {
  const norm = tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient)))));
  const bounded = tf.mul(tf.minimum(tf.div(1, norm), 1 / limit), limit);
  // Adds 0 for a finite norm and NaN otherwise, so that an exploded gradient shows instead of vanishing.
  const scale = tf.add(bounded, tf.sub(norm, norm));
  return gradients.map((gradient) => tf.mul(gradient, scale));
}
