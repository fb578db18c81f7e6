import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { RegionAxis } from './dice';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';

export interface TverskyTerms {
  /** Weight of what is in the target and not in the prediction. Default 0.5. */
  alpha?: number;
  /** Weight of what is in the prediction and not in the target. Default 0.5. */
  beta?: number;
  /** Default null: all axes, the batch too. */
  axis?: RegionAxis;
}

export interface TverskyOptions extends LossOptions, TverskyTerms {}

/**
 * `1 - I / (I + alpha·Σ(1 - yPred)·yTrue + beta·ΣyPred·(1 - yTrue) + 1e-7)` with `I = Σ yTrue·yPred` over the axes.
 *
 * With both weights 1/2 it is the Dice loss. Keras: `keras.losses.tversky`.
 *
 * @example
 * tversky(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])).arraySync(); // 0.3333
 */
export function tversky(yTrue: tf.Tensor, yPred: tf.Tensor, options: TverskyTerms = {}): tf.Tensor {
  const { alpha = 0.5, beta = 0.5, axis = null } = options;
  const target = asFloat(yTrue);
  const over = axis ?? undefined;
  const common = tf.sum(tf.mul(target, yPred), over);
  const missed = tf.sum(tf.mul(tf.sub(1, yPred), target), over);
  const wrong = tf.sum(tf.mul(yPred, tf.sub(1, target)), over);
  const all = tf.add(tf.add(common, tf.mul(missed, alpha)), tf.add(tf.mul(wrong, beta), EPSILON));
  return tf.sub(1, tf.div(common, all));
}

/**
 * Overlap of two regions with its own weight for each kind of error.
 *
 * Salehi et al. 2017, arXiv:1706.05721. Keras class: `keras.losses.Tversky`.
 *
 * @example
 * new Tversky().apply(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])).arraySync(); // 0.3333
 */
export class Tversky extends Loss {
  static readonly className: string = 'Tversky';
  readonly alpha: number;
  readonly beta: number;
  readonly axis: RegionAxis;

  constructor(options: TverskyOptions = {}) {
    super(options, ['alpha', 'beta', 'axis'], 'tversky');
    this.alpha = options.alpha ?? 0.5;
    this.beta = options.beta ?? 0.5;
    this.axis = options.axis ?? null;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return tversky(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), alpha: this.alpha, beta: this.beta, axis: this.axis };
  }
}
