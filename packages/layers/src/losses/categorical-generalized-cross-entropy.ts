import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber } from '../registry/options';
import { Loss, type LossOptions } from './loss';

export interface CategoricalGeneralizedCrossEntropyOptions extends LossOptions {
  /** Between 0 (cross-entropy) and 1 (mean absolute error), both excluded. Default 0.5. */
  q?: number;
}

/**
 * `(1 - p[label]^q) / q`, for whole-number labels and probabilities.
 *
 * Shapes: `[...]` and `[..., classes]` to `[...]`. Keras: `keras.losses.categorical_generalized_cross_entropy`.
 *
 * @example
 * categoricalGeneralizedCrossEntropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.75, 0.25]])).arraySync(); // [1]
 */
export function categoricalGeneralizedCrossEntropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  { q = 0.5 }: { q?: number } = {},
): tf.Tensor {
  const classes = yPred.shape.at(-1) ?? 1;
  const chosen = tf.oneHot(tf.cast(yTrue, 'int32'), classes, 1, 0, 'float32');
  const p = tf.sum(tf.mul(yPred, chosen), -1);
  return tf.div(tf.sub(1, tf.pow(p, q)), q);
}

/**
 * Between cross-entropy and absolute error: robust against wrong labels.
 *
 * Zhang & Sabuncu 2018, arXiv:1805.07836. Keras class: `keras.losses.CategoricalGeneralizedCrossEntropy`.
 *
 * @example
 * const loss = new CategoricalGeneralizedCrossEntropy();
 * loss.apply(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.75, 0.25]])).arraySync(); // 1
 */
export class CategoricalGeneralizedCrossEntropy extends Loss {
  static readonly className: string = 'CategoricalGeneralizedCrossEntropy';
  readonly q: number;

  constructor(options: CategoricalGeneralizedCrossEntropyOptions = {}) {
    super(options, ['q'], 'categorical_generalized_cross_entropy');
    this.q = options.q ?? 0.5;
    const allowed = {
      text: 'a number between 0 and 1, both excluded',
      holds: (value: number) => value > 0 && value < 1,
    };
    expectNumber('CategoricalGeneralizedCrossEntropy', 'q', this.q, allowed);
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return categoricalGeneralizedCrossEntropy(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), q: this.q };
  }
}
