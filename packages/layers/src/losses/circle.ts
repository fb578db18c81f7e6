import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../activations/with-gradient';
import type { Config } from '../registry/config';
import { Loss, type LossOptions } from './loss';

export interface CircleTerms {
  /** Sharpness. Default 80. */
  gamma?: number;
  /** How far like and unlike pairs are to be apart. Default 0.4. */
  margin?: number;
  /** Whether a sample does not count as its own like. Default true. */
  removeDiagonal?: boolean;
}

export interface CircleOptions extends LossOptions, CircleTerms {}

/** Stands for minus infinity where a sum of exponentials leaves an element out: its exponential is 0, yet no NaN comes of it. */
const LEFT_OUT = -1e30;

/**
 * `softplus(logΣ exp(lᵖ) + logΣ exp(lⁿ))` for each sample, over its pairs of like and of unlike labels.
 *
 * With distances `d = max(1 - yPred·yPredᵀ, 0)`: `lᵖ = -gamma · (margin + d) · (margin - d)` and
 * `lⁿ = gamma · max(1 + margin - d, 0) · (1 - margin - d)`. The embeddings are to have length 1.
 * Shapes: labels `[batch]` and `[batch, d]` to `[batch]`. Keras: `keras.losses.circle`.
 *
 * @example
 * const embeddings = tf.tensor2d([[1, 0], [1, 0], [0, 1]]);
 * circle(tf.tensor1d([0, 0, 1], 'int32'), embeddings, { gamma: 1 }).arraySync(); // [0.5459, 0.5459, 0]
 */
export function circle(yTrue: tf.Tensor, yPred: tf.Tensor, options: CircleTerms = {}): tf.Tensor {
  const { gamma = 80, margin = 0.4, removeDiagonal = true } = options;
  const labels = tf.reshape(tf.cast(yTrue, 'int32'), [-1, 1]);
  const isSame = tf.equal(labels, tf.transpose(labels));
  const others = tf.cast(tf.sub(1, tf.eye(labels.shape[0]!)), 'bool');
  const isLike = removeDiagonal ? tf.logicalAnd(isSame, others) : isSame;
  const distances = tf.relu(tf.sub(1, tf.matMul(yPred, yPred, false, true)));
  const pull = tf.mul(tf.mul(tf.add(distances, margin), tf.sub(distances, margin)), gamma);
  const push = tf.mul(tf.mul(tf.relu(tf.sub(1 + margin, distances)), tf.sub(1 - margin, distances)), gamma);
  const like = tf.logSumExp(tf.where(isLike, pull, tf.fill(pull.shape, LEFT_OUT)), 1);
  const unlike = tf.logSumExp(tf.where(isSame, tf.fill(push.shape, LEFT_OUT), push), 1);
  return tf.softplus(tf.add(like, unlike));
}

/**
 * Circle loss: draws embeddings of one label together and pushes others apart, each pair by how much it lacks.
 *
 * Samples whose loss is 0 do not count in a mean. Sun et al. 2020, arXiv:2002.10857. Keras class: `keras.losses.Circle`.
 *
 * @example
 * const embeddings = tf.tensor2d([[1, 0], [1, 0], [0, 1]]);
 * new Circle({ gamma: 1 }).apply(tf.tensor1d([0, 0, 1], 'int32'), embeddings).arraySync(); // 0.5459
 */
export class Circle extends Loss {
  static readonly className: string = 'Circle';
  readonly gamma: number;
  readonly margin: number;
  readonly removeDiagonal: boolean;

  constructor(options: CircleOptions = {}) {
    super(options, ['gamma', 'margin', 'removeDiagonal'], 'circle');
    this.gamma = options.gamma ?? 80;
    this.margin = options.margin ?? 0.4;
    this.removeDiagonal = options.removeDiagonal ?? true;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return circle(yTrue, yPred, this);
  }

  protected override outputMask(_yTrue: tf.Tensor, values: tf.Tensor): tf.Tensor {
    return withoutGradient(values, (losses) => tf.cast(tf.greater(losses, 0), 'float32'));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), gamma: this.gamma, margin: this.margin, remove_diagonal: this.removeDiagonal };
  }
}
