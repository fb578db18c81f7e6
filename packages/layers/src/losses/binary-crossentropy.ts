import * as tf from '@tensorflow/tfjs-core';
import { logitsOf } from '../activations/logits';
import { withGradient } from '../activations/with-gradient';
import type { Config } from '../registry/config';
import { Loss, type LossOptions } from './loss';
import { clipProbabilities, EPSILON, smoothBinaryLabels } from './probabilities';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

export interface BinaryCrossentropyTerms {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** How far each target is moved towards 1/2, 0 to 1. Default 0. */
  labelSmoothing?: number;
  /** The axis the mean is taken over. Default -1. */
  axis?: number;
}

export interface BinaryCrossentropyOptions extends LossOptions, BinaryCrossentropyTerms {}

/**
 * `mean(-y·log(p) - (1 - y)·log(1 - p))` over an axis, with `p = sigmoid(yPred)` from logits, or else `yPred` clipped to
 * `[1e-7, 1 - 1e-7]`.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.binary_crossentropy`.
 *
 * @example
 * binaryCrossentropy(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[0.6, 0.4], [0.4, 0.6]])).arraySync(); // [0.9163, 0.7136]
 */
export function binaryCrossentropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  { fromLogits = false, labelSmoothing = 0, axis = -1 }: BinaryCrossentropyTerms = {},
): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const smoothed = smoothBinaryLabels(target, labelSmoothing);
  const logits = fromLogits ? prediction : logitsOf(prediction, null);
  const elements = logits ? sigmoidCrossEntropy(smoothed, logits) : probabilityCrossEntropy(smoothed, prediction);
  return tf.mean(elements, axis);
}

/**
 * The cross-entropy of each element on its own, from logits: `max(x, 0) - x·y + log(1 + exp(-|x|))`, which cannot overflow.
 * Its gradient is `sigmoid(x) - y`.
 */
export function sigmoidCrossEntropy(target: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  return withGradient(
    logits,
    (x) => {
      const value = tf.add(tf.sub(tf.relu(x), tf.mul(x, target)), tf.log1p(tf.exp(tf.neg(tf.abs(x)))));
      return { value, saved: [x, target] as const };
    },
    (upstream, [x, y]) => tf.mul(upstream, tf.sub(tf.sigmoid(x), y)),
  );
}

/** The cross-entropy of each element on its own, from probabilities: the gradient `(p - y) / (p·(1 - p))`, 0 where `p` was clipped. */
export function probabilityCrossEntropy(target: tf.Tensor, probabilities: tf.Tensor): tf.Tensor {
  return withGradient(
    probabilities,
    (x) => {
      const p = clipProbabilities(x);
      const value = tf.neg(tf.add(tf.mul(target, tf.log(p)), tf.mul(tf.sub(1, target), tf.log(tf.sub(1, p)))));
      return { value, saved: [x, p, target] as const };
    },
    (upstream, [x, p, y]) => {
      const slope = tf.div(tf.sub(p, y), tf.mul(p, tf.sub(1, p)));
      const inside = tf.logicalAnd(tf.greaterEqual(x, EPSILON), tf.lessEqual(x, 1 - EPSILON));
      return tf.mul(tf.mul(upstream, slope), tf.cast(inside, 'float32'));
    },
  );
}

/**
 * Cross-entropy of yes-or-no targets, each element on its own.
 *
 * Keras class: `keras.losses.BinaryCrossentropy`.
 *
 * @example
 * new BinaryCrossentropy({ fromLogits: true }).apply(tf.tensor2d([[0], [1]]), tf.tensor2d([[0], [0]])).arraySync(); // 0.6931
 */
export class BinaryCrossentropy extends Loss {
  static readonly className: string = 'BinaryCrossentropy';
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;
  readonly axis: number;

  constructor(options: BinaryCrossentropyOptions = {}) {
    super(options, ['fromLogits', 'labelSmoothing', 'axis'], 'binary_crossentropy');
    this.fromLogits = options.fromLogits ?? false;
    this.labelSmoothing = options.labelSmoothing ?? 0;
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return binaryCrossentropy(yTrue, yPred, this);
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
