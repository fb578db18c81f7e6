import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean(log(cosh(e)))` over the last axis, `e = yPred - yTrue`, computed as `e + softplus(-2e) - log 2`.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.log_cosh`.
 *
 * @example
 * logCosh(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]])).arraySync(); // [0.2169]
 */
export function logCosh(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const error = tf.sub(prediction, target);
  return tf.mean(tf.sub(tf.add(error, tf.softplus(tf.mul(error, -2))), Math.LN2), -1);
}

/**
 * Logarithm of the hyperbolic cosine of the error: like `e²/2` for small errors and `|e| - log 2` for large ones.
 *
 * Keras class: `keras.losses.LogCosh`.
 *
 * @example
 * new LogCosh().apply(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]])).arraySync(); // 0.2169
 */
export class LogCosh extends Loss {
  static readonly className: string = 'LogCosh';

  constructor(options: LossOptions = {}) {
    super(options, [], 'log_cosh');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return logCosh(yTrue, yPred);
  }
}
