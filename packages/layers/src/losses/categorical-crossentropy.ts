import * as tf from '@tensorflow/tfjs-core';
import { logitsOf } from '../activations/logits';
import type { Config } from '../registry/config';
import { Loss, type LossOptions } from './loss';
import { clipProbabilities, normalizeProbabilities, smoothLabels } from './probabilities';
import { asFloat } from './reduce-weighted-values';
import { softmaxCrossEntropy } from './softmax-cross-entropy';

export interface CategoricalCrossentropyTerms {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** How much of each target is spread evenly over all classes, 0 to 1. Default 0. */
  labelSmoothing?: number;
  /** The axis of the classes. Default -1. */
  axis?: number;
}

export interface CategoricalCrossentropyOptions extends LossOptions, CategoricalCrossentropyTerms {}

/**
 * `-Σ yTrue·log(p)` over the classes, with `p = softmax(yPred)` from logits, or else `p = yPred / Σ yPred` clipped to
 * `[1e-7, 1 - 1e-7]`.
 *
 * Shapes: `[..., classes]` and `[..., classes]` to `[...]`. Keras: `keras.losses.categorical_crossentropy`.
 *
 * @example
 * categoricalCrossentropy(tf.tensor2d([[0, 1, 0]]), tf.tensor2d([[0.05, 0.95, 0]])).arraySync(); // [0.0513]
 */
export function categoricalCrossentropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  { fromLogits = false, labelSmoothing = 0, axis = -1 }: CategoricalCrossentropyTerms = {},
): tf.Tensor {
  const target = smoothLabels(asFloat(yTrue), labelSmoothing);
  const logits = fromLogits ? yPred : logitsOf(yPred, axis);
  if (logits) return softmaxCrossEntropy(target, logits, axis);
  const probabilities = clipProbabilities(normalizeProbabilities(yPred, axis));
  return tf.neg(tf.sum(tf.mul(target, tf.log(probabilities)), axis));
}

/**
 * Cross-entropy against one-hot targets (or any distribution over the classes).
 *
 * Keras class: `keras.losses.CategoricalCrossentropy`. With labels as whole numbers use `SparseCategoricalCrossentropy`.
 *
 * @example
 * new CategoricalCrossentropy({ fromLogits: true }).apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0, 0]])).arraySync(); // 0.6931
 */
export class CategoricalCrossentropy extends Loss {
  static readonly className: string = 'CategoricalCrossentropy';
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;
  readonly axis: number;

  constructor(options: CategoricalCrossentropyOptions = {}) {
    super(options, ['fromLogits', 'labelSmoothing', 'axis'], 'categorical_crossentropy');
    this.fromLogits = options.fromLogits ?? false;
    this.labelSmoothing = options.labelSmoothing ?? 0;
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return categoricalCrossentropy(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      from_logits: this.fromLogits,
      label_smoothing: this.labelSmoothing,
      axis: this.axis,
    };
  }
}
