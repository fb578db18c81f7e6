import * as tf from '@tensorflow/tfjs-core';

/**
 * A function of `x` with its derivative written out by hand, so that few kernels run and none lacks a gradient.
 *
 * `forward` returns the value and what the derivative needs; `backward` turns the upstream gradient and that into the
 * gradient of `x`. Gradients of gradients do not see what was saved: differentiate once.
 */
export function withGradient<S extends readonly tf.Tensor[]>(
  x: tf.Tensor,
  forward: (x: tf.Tensor) => { value: tf.Tensor; saved: S },
  backward: (upstream: tf.Tensor, saved: S) => tf.Tensor,
): tf.Tensor {
  return tf.customGrad((input, save) => {
    const { value, saved } = forward(input as tf.Tensor);
    (save as (tensors: tf.Tensor[]) => void)([...saved]);
    return { value, gradFunc: (upstream, kept) => backward(upstream as tf.Tensor, kept as unknown as S) };
  })(x);
}

/** A function of `x` that counts as a constant: no gradient flows through it. */
export function withoutGradient(x: tf.Tensor, fn: (x: tf.Tensor) => tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => ({ value: fn(input), saved: [input] as const }),
    // zerosLike: of the input's shape, which the value need not have.
    (_, [input]) => tf.zeros(input.shape), // float32 whatever the input is: so TF.js wants it
  );
}
