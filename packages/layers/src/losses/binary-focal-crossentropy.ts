import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { type BinaryCrossentropyTerms, probabilityCrossEntropy } from './binary-crossentropy';
import { Loss, type LossOptions } from './loss';
import { smoothBinaryLabels } from './probabilities';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

export interface BinaryFocalCrossentropyTerms extends BinaryCrossentropyTerms {
  /** Whether the classes are weighed with `alpha`. Default false. */
  applyClassBalancing?: boolean;
  /** Weight of class 1; class 0 has `1 - alpha`. Default 0.25. */
  alpha?: number;
  /** How strongly well predicted samples are played down. Default 2. */
  gamma?: number;
}

export interface BinaryFocalCrossentropyOptions extends LossOptions, BinaryFocalCrossentropyTerms {}

/**
 * `mean((1 - pₜ)^gamma · crossentropy)` over an axis, with `pₜ = y·p + (1 - y)·(1 - p)`, the probability given to the truth;
 * with class balancing times `y·alpha + (1 - y)·(1 - alpha)`.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.binary_focal_crossentropy`.
 *
 * @example
 * binaryFocalCrossentropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.9]])).arraySync(); // [0.1655]
 */
export function binaryFocalCrossentropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  options: BinaryFocalCrossentropyTerms = {},
): tf.Tensor {
  const {
    applyClassBalancing = false,
    alpha = 0.25,
    gamma = 2,
    fromLogits = false,
    labelSmoothing = 0,
    axis = -1,
  } = options;
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const y = smoothBinaryLabels(target, labelSmoothing);
  const p = fromLogits ? tf.sigmoid(prediction) : prediction;
  // 1 - pₜ = y + p - 2·y·p
  const missed = tf.sub(tf.add(y, p), tf.mul(tf.mul(y, p), 2));
  const focal = tf.mul(tf.pow(missed, gamma), probabilityCrossEntropy(y, p));
  if (!applyClassBalancing) return tf.mean(focal, axis);
  const weight = tf.add(tf.mul(y, 2 * alpha - 1), 1 - alpha);
  return tf.mean(tf.mul(weight, focal), axis);
}

/**
 * Binary cross-entropy that plays down what is already predicted well, for data with few positives.
 *
 * Lin et al. 2017, arXiv:1708.02002. Keras class: `keras.losses.BinaryFocalCrossentropy`.
 *
 * @example
 * new BinaryFocalCrossentropy().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.9]])).arraySync(); // 0.1655
 */
export class BinaryFocalCrossentropy extends Loss {
  static readonly className: string = 'BinaryFocalCrossentropy';
  readonly applyClassBalancing: boolean;
  readonly alpha: number;
  readonly gamma: number;
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;
  readonly axis: number;

  constructor(options: BinaryFocalCrossentropyOptions = {}) {
    const own = ['applyClassBalancing', 'alpha', 'gamma', 'fromLogits', 'labelSmoothing', 'axis'];
    super(options, own, 'binary_focal_crossentropy');
    this.applyClassBalancing = options.applyClassBalancing ?? false;
    this.alpha = options.alpha ?? 0.25;
    this.gamma = options.gamma ?? 2;
    this.fromLogits = options.fromLogits ?? false;
    this.labelSmoothing = options.labelSmoothing ?? 0;
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return binaryFocalCrossentropy(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      from_logits: this.fromLogits,
      label_smoothing: this.labelSmoothing,
      axis: this.axis,
      apply_class_balancing: this.applyClassBalancing,
      alpha: this.alpha,
      gamma: this.gamma,
    };
  }
}
