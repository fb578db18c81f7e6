import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from '../activations/with-gradient';

/**
 * Cross-entropy of a distribution against the softmax of logits, over one axis.
 *
 * With `s = x - max(x)` and `z = Σ exp(s)`: `-Σ y·log softmax(x) = Σ y·(log z - s)`. No probability is formed on the way, so
 * no logarithm of 0 is taken; logits of a thousand are as good as of one. The gradient is `softmax(x) - y`, as in
 * TensorFlow: the derivative where the targets of a sample sum to 1, which those smoothed along another axis than the last do not.
 * Targets are constants: no gradient flows into `target`.
 *
 * @example
 * softmaxCrossEntropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[1000, 0]])).arraySync(); // [1000]
 */
export function softmaxCrossEntropy(target: tf.Tensor, logits: tf.Tensor, axis = -1): tf.Tensor {
  return withGradient(
    logits,
    (x) => {
      const shifted = tf.sub(x, tf.max(x, axis, true));
      const exponentials = tf.exp(shifted);
      const total = tf.sum(exponentials, axis, true);
      const value = tf.sum(tf.mul(target, tf.sub(tf.log(total), shifted)), axis);
      return { value, saved: [exponentials, total, target] as const };
    },
    (upstream, [exponentials, total, y]) =>
      tf.mul(tf.sub(tf.div(exponentials, total), y), tf.expandDims(upstream, axis)),
  );
}

/**
 * The same with whole-number labels: `log z - s[label]`, with the gradient `softmax(x) - oneHot(label)`.
 *
 * Shapes: labels `[...]` (int32) and logits `[..., classes]` to `[...]`.
 *
 * @example
 * sparseSoftmaxCrossEntropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[1000, 0]])).arraySync(); // [1000]
 */
export function sparseSoftmaxCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const classes = logits.shape.at(-1) ?? 1;
  return withGradient(
    logits,
    (x) => {
      const shifted = tf.sub(x, tf.max(x, -1, true));
      const exponentials = tf.exp(shifted);
      const total = tf.sum(exponentials, -1, true);
      const chosen = tf.oneHot(labels as tf.Tensor1D, classes, 1, 0, 'float32');
      const value = tf.sub(tf.log(tf.squeeze(total, [-1])), tf.sum(tf.mul(chosen, shifted), -1));
      return { value, saved: [exponentials, total, chosen] as const };
    },
    (upstream, [exponentials, total, chosen]) =>
      tf.mul(tf.sub(tf.div(exponentials, total), chosen), tf.expandDims(upstream, -1)),
  );
}
