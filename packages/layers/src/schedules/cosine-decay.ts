import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface CosineDecayOptions {
  initialLearningRate: number;
  /** Steps of the descent, not counting the warm-up. */
  decaySteps: number;
  /** What is left in the end, as a share of the highest rate. Default 0. */
  alpha?: number;
  name?: string;
  /** The rate the warm-up rises to. Default null: no warm-up. */
  warmupTarget?: number | null;
  /** Steps of the warm-up. Default 0. */
  warmupSteps?: number;
}

/**
 * Half a cosine from `initialLearningRate` down to `alpha` of it, after a straight warm-up to `warmupTarget` if one is given.
 *
 * `rate = peak · ((1 - alpha) · (1 + cos(π · t / decaySteps)) / 2 + alpha)`, with `t` counted from the end of the warm-up.
 * Loshchilov & Hutter 2016, arXiv:1608.03983. Keras class: `keras.optimizers.schedules.CosineDecay`.
 *
 * @example
 * new CosineDecay({ initialLearningRate: 1, decaySteps: 4 }).values([0, 2, 4]); // [1, 0.5, 0]
 */
export class CosineDecay extends LearningRateSchedule {
  static readonly className: string = 'CosineDecay';
  readonly initialLearningRate: number;
  readonly decaySteps: number;
  readonly alpha: number;
  readonly name: string;
  readonly warmupTarget: number | null;
  readonly warmupSteps: number;

  constructor(options: CosineDecayOptions) {
    super();
    const names = ['initialLearningRate', 'decaySteps', 'alpha', 'name', 'warmupTarget', 'warmupSteps'];
    expectKnownOptions('CosineDecay', options, names);
    this.initialLearningRate = options.initialLearningRate;
    this.decaySteps = options.decaySteps;
    this.alpha = options.alpha ?? 0;
    this.name = options.name ?? 'CosineDecay';
    this.warmupTarget = options.warmupTarget ?? null;
    this.warmupSteps = options.warmupSteps ?? 0;
    expectNumber('CosineDecay', 'decaySteps', this.decaySteps, positive);
    expectNumber('CosineDecay', 'warmupSteps', this.warmupSteps, notNegative);
  }

  override call(step: tf.Tensor): tf.Tensor {
    const peak = this.warmupTarget ?? this.initialLearningRate;
    const start = this.warmupTarget === null ? 0 : this.warmupSteps;
    const time = tf.clipByValue(tf.sub(step, start), 0, this.decaySteps);
    const cosine = tf.cos(tf.mul(tf.div(time, this.decaySteps), Math.PI));
    const descent = tf.mul(tf.add(tf.mul(tf.add(cosine, 1), 0.5 * (1 - this.alpha)), this.alpha), peak);
    if (start === 0) return descent;
    const slope = (peak - this.initialLearningRate) / start;
    const ascent = tf.add(tf.mul(step, slope), this.initialLearningRate);
    return tf.where(tf.less(step, start), ascent, descent);
  }

  override getConfig(): Config {
    return {
      initial_learning_rate: this.initialLearningRate,
      decay_steps: this.decaySteps,
      alpha: this.alpha,
      name: this.name,
      warmup_target: this.warmupTarget,
      warmup_steps: this.warmupSteps,
    };
  }
}
