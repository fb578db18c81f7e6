import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface CosineDecayRestartsOptions {
  initialLearningRate: number;
  /** Steps of the first descent. */
  firstDecaySteps: number;
  /** How much longer each descent is than the one before. Default 2. */
  tMul?: number;
  /** How high each descent starts, as a share of the one before. Default 1. */
  mMul?: number;
  /** What is left at the end of a descent, as a share of the first rate. Default 0. */
  alpha?: number;
  name?: string;
}

/**
 * Half a cosine down, again and again, each `tMul` times as long and from `mMul` times as high.
 *
 * With `x = step / firstDecaySteps`, the descents that are over are `n = ⌊log(1 - x·(1 - tMul)) / log(tMul)⌋` and the share
 * of the current one is `(x - (1 - tMulⁿ) / (1 - tMul)) / tMulⁿ` (for `tMul` 1: `⌊x⌋` and `x - ⌊x⌋`).
 * Loshchilov & Hutter 2016, arXiv:1608.03983. Keras class: `keras.optimizers.schedules.CosineDecayRestarts`.
 *
 * @example
 * new CosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 2 }).values([0, 1, 2, 4]); // [1, 0.5, 1, 0.5]
 */
export class CosineDecayRestarts extends LearningRateSchedule {
  static readonly className: string = 'CosineDecayRestarts';
  readonly initialLearningRate: number;
  readonly firstDecaySteps: number;
  readonly tMul: number;
  readonly mMul: number;
  readonly alpha: number;
  readonly name: string;

  constructor(options: CosineDecayRestartsOptions) {
    super();
    const names = ['initialLearningRate', 'firstDecaySteps', 'tMul', 'mMul', 'alpha', 'name'];
    expectKnownOptions('CosineDecayRestarts', options, names);
    expectNumber('CosineDecayRestarts', 'firstDecaySteps', options.firstDecaySteps, positive);
    this.initialLearningRate = options.initialLearningRate;
    this.firstDecaySteps = options.firstDecaySteps;
    this.tMul = options.tMul ?? 2;
    this.mMul = options.mMul ?? 1;
    this.alpha = options.alpha ?? 0;
    this.name = options.name ?? 'SGDRDecay';
  }

  override call(step: tf.Tensor): tf.Tensor {
    const { restarts, elapsed } = this.#descent(tf.div(step, this.firstDecaySteps));
    const cosine = tf.cos(tf.mul(elapsed, Math.PI));
    const height = tf.mul(tf.pow(this.mMul, restarts), 0.5);
    const share = tf.add(tf.mul(tf.mul(height, tf.add(cosine, 1)), 1 - this.alpha), this.alpha);
    return tf.mul(share, this.initialLearningRate);
  }

  #descent(x: tf.Tensor): { restarts: tf.Tensor; elapsed: tf.Tensor } {
    if (this.tMul === 1) {
      const restarts = tf.floor(x);
      return { restarts, elapsed: tf.sub(x, restarts) };
    }
    const growth = 1 - this.tMul;
    const restarts = tf.floor(tf.div(tf.log(tf.sub(1, tf.mul(x, growth))), tf.log(tf.scalar(this.tMul))));
    const length = tf.pow(this.tMul, restarts);
    const before = tf.div(tf.sub(1, length), growth);
    return { restarts, elapsed: tf.div(tf.sub(x, before), length) };
  }

  override getConfig(): Config {
    return {
      initial_learning_rate: this.initialLearningRate,
      first_decay_steps: this.firstDecaySteps,
      t_mul: this.tMul,
      m_mul: this.mMul,
      alpha: this.alpha,
      name: this.name,
    };
  }
}
