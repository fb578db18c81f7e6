import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, fraction, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface OneCycleOptions {
  maxLearningRate: number;
  /** Steps of the whole cycle, usually all steps of the training. */
  totalSteps: number;
  /** Share of the steps in which the rate rises. Default 0.3. */
  riseFraction?: number;
  /** The first rate is `maxLearningRate / initialDivisor`. Default 25. */
  initialDivisor?: number;
  /** The last rate is the first one divided by this. Default 10000. */
  finalDivisor?: number;
  name?: string;
}

/**
 * Up along half a cosine to `maxLearningRate`, then down along another to almost nothing; it stays there.
 *
 * From `a` to `b` in the share `p` of a phase: `b + (a - b) · (1 + cos(π·p)) / 2`.
 * Smith & Topin 2017, arXiv:1708.07120, with the cosine phases and defaults of fastai and of PyTorch's `OneCycleLR`.
 *
 * @example
 * const schedule = new OneCycle({ maxLearningRate: 1, totalSteps: 10, riseFraction: 0.5 });
 * schedule.values([0, 5, 10]); // [0.04, 1, 0.000004]
 */
export class OneCycle extends LearningRateSchedule {
  static readonly className: string = 'OneCycle';
  readonly maxLearningRate: number;
  readonly totalSteps: number;
  readonly riseFraction: number;
  readonly initialDivisor: number;
  readonly finalDivisor: number;
  readonly name: string;

  constructor(options: OneCycleOptions) {
    super();
    const names = ['maxLearningRate', 'totalSteps', 'riseFraction', 'initialDivisor', 'finalDivisor', 'name'];
    expectKnownOptions('OneCycle', options, names);
    this.maxLearningRate = options.maxLearningRate;
    this.totalSteps = options.totalSteps;
    this.riseFraction = options.riseFraction ?? 0.3;
    this.initialDivisor = options.initialDivisor ?? 25;
    this.finalDivisor = options.finalDivisor ?? 1e4;
    this.name = options.name ?? 'OneCycle';
    for (const option of ['maxLearningRate', 'totalSteps', 'initialDivisor', 'finalDivisor'] as const) {
      expectNumber('OneCycle', option, this[option], positive);
    }
    expectNumber('OneCycle', 'riseFraction', this.riseFraction, fraction);
  }

  override call(step: tf.Tensor): tf.Tensor {
    const first = this.maxLearningRate / this.initialDivisor;
    const risingSteps = this.totalSteps * this.riseFraction;
    const fallingSteps = this.totalSteps - risingSteps;
    const falling = this.#phase(
      tf.sub(step, risingSteps),
      fallingSteps,
      this.maxLearningRate,
      first / this.finalDivisor,
    );
    if (risingSteps === 0) return falling;
    const rising = this.#phase(step, risingSteps, first, this.maxLearningRate);
    return tf.where(tf.less(step, risingSteps), rising, falling);
  }

  #phase(time: tf.Tensor, length: number, from: number, to: number): tf.Tensor {
    const share = length === 0 ? tf.onesLike(time) : tf.clipByValue(tf.div(time, length), 0, 1);
    const bend = tf.mul(tf.add(tf.cos(tf.mul(share, Math.PI)), 1), 0.5);
    return tf.add(tf.mul(bend, from - to), to);
  }

  override getConfig(): Config {
    return {
      max_learning_rate: this.maxLearningRate,
      total_steps: this.totalSteps,
      rise_fraction: this.riseFraction,
      initial_divisor: this.initialDivisor,
      final_divisor: this.finalDivisor,
      name: this.name,
    };
  }
}
