import * as tf from '@tensorflow/tfjs-core';
import { softmax } from '../activations/softmax';
import type { Config } from '../registry/config';
import type { CategoricalCrossentropyTerms } from './categorical-crossentropy';
import { Loss, type LossOptions } from './loss';
import { clipProbabilities, normalizeProbabilities, smoothLabels } from './probabilities';
import { asFloat } from './reduce-weighted-values';

export interface CategoricalFocalCrossentropyTerms extends CategoricalCrossentropyTerms {
  /** Weight of all classes, or one weight per class. Default 0.25. */
  alpha?: number | number[];
  /** How strongly well predicted samples are played down. Default 2. */
  gamma?: number;
}

export interface CategoricalFocalCrossentropyOptions extends LossOptions, CategoricalFocalCrossentropyTerms {}

/**
 * `-Σ alpha · (1 - p)^gamma · yTrue · log(p)` over the classes.
 *
 * Shapes: `[..., classes]` and `[..., classes]` to `[...]`. Keras: `keras.losses.categorical_focal_crossentropy`.
 *
 * @example
 * categoricalFocalCrossentropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.4, 0.6]])).arraySync(); // [0.0204]
 */
export function categoricalFocalCrossentropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  options: CategoricalFocalCrossentropyTerms = {},
): tf.Tensor {
  const { alpha = 0.25, gamma = 2, fromLogits = false, labelSmoothing = 0, axis = -1 } = options;
  const target = smoothLabels(asFloat(yTrue), labelSmoothing);
  const probabilities = fromLogits ? softmax(yPred, { axis }) : yPred;
  const p = clipProbabilities(normalizeProbabilities(probabilities, axis));
  const weight = tf.mul(tf.pow(tf.sub(1, p), gamma), alpha);
  return tf.neg(tf.sum(tf.mul(weight, tf.mul(target, tf.log(p))), axis));
}

/**
 * Categorical cross-entropy that plays down what is already predicted well, for data with rare classes.
 *
 * Lin et al. 2017, arXiv:1708.02002. Keras class: `keras.losses.CategoricalFocalCrossentropy`.
 *
 * @example
 * new CategoricalFocalCrossentropy().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.4, 0.6]])).arraySync(); // 0.0204
 */
export class CategoricalFocalCrossentropy extends Loss {
  static readonly className: string = 'CategoricalFocalCrossentropy';
  readonly alpha: number | number[];
  readonly gamma: number;
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;
  readonly axis: number;

  constructor(options: CategoricalFocalCrossentropyOptions = {}) {
    const own = ['alpha', 'gamma', 'fromLogits', 'labelSmoothing', 'axis'];
    super(options, own, 'categorical_focal_crossentropy');
    this.alpha = options.alpha ?? 0.25;
    this.gamma = options.gamma ?? 2;
    this.fromLogits = options.fromLogits ?? false;
    this.labelSmoothing = options.labelSmoothing ?? 0;
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return categoricalFocalCrossentropy(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      from_logits: this.fromLogits,
      label_smoothing: this.labelSmoothing,
      axis: this.axis,
      alpha: this.alpha,
      gamma: this.gamma,
    };
  }
}
