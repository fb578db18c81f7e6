import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from '../activations/with-gradient';
import { expectNumber, positive } from '../registry/options';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

export interface HuberOptions extends LossOptions {
  /** Where the square turns into a line. Default 1. */
  delta?: number;
}

/**
 * `mean(h(yPred - yTrue))` over the last axis, with `h(e) = e²/2` up to `|e| = delta` and `delta·|e| - delta²/2` beyond.
 *
 * With `q = min(|e|, delta)` that is `q·(|e| - q/2)`, and its slope `e` kept in `[-delta, delta]`.
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.huber`.
 *
 * @example
 * huber(tf.tensor2d([[0, 0]]), tf.tensor2d([[0.5, 3]])).arraySync(); // [1.3125]
 */
export function huber(yTrue: tf.Tensor, yPred: tf.Tensor, { delta = 1 }: { delta?: number } = {}): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const elements = withGradient(
    tf.sub(prediction, target),
    (error) => {
      const size = tf.abs(error);
      const bounded = tf.minimum(size, delta);
      return { value: tf.mul(bounded, tf.sub(size, tf.mul(bounded, 0.5))), saved: [error] as const };
    },
    (upstream, [error]) => tf.mul(upstream, tf.clipByValue(error, -delta, delta)),
  );
  return tf.mean(elements, -1);
}

/**
 * Square of small errors, size of large ones: outliers pull less than in the squared error.
 *
 * Keras class: `keras.losses.Huber`. Like Keras's, its config does not hold `delta`.
 *
 * @example
 * new Huber().apply(tf.tensor2d([[0, 0]]), tf.tensor2d([[0.5, 3]])).arraySync(); // 1.3125
 */
export class Huber extends Loss {
  static readonly className: string = 'Huber';
  readonly delta: number;

  constructor(options: HuberOptions = {}) {
    super(options, ['delta'], 'huber_loss');
    this.delta = options.delta ?? 1;
    expectNumber('Huber', 'delta', this.delta, positive);
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return huber(yTrue, yPred, this);
  }
}
