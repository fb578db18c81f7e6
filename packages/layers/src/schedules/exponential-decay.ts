import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface ExponentialDecayOptions {
  initialLearningRate: number;
  /** Steps in which the rate falls by the factor `decayRate`. */
  decaySteps: number;
  decayRate: number;
  /** Falls at whole multiples of `decaySteps` only. Default false. */
  staircase?: boolean;
  name?: string;
}

/**
 * `initialLearningRate · decayRate^(step / decaySteps)`; with `staircase` the exponent is rounded down.
 *
 * Keras class: `keras.optimizers.schedules.ExponentialDecay`.
 *
 * @example
 * new ExponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 }).values([0, 10, 20]); // [0.1, 0.05, 0.025]
 */
export class ExponentialDecay extends LearningRateSchedule {
  static readonly className: string = 'ExponentialDecay';
  readonly initialLearningRate: number;
  readonly decaySteps: number;
  readonly decayRate: number;
  readonly staircase: boolean;
  readonly name: string;

  constructor(options: ExponentialDecayOptions) {
    super();
    expectKnownOptions('ExponentialDecay', options, [
      'initialLearningRate',
      'decaySteps',
      'decayRate',
      'staircase',
      'name',
    ]);
    expectNumber('ExponentialDecay', 'decaySteps', options.decaySteps, positive);
    this.initialLearningRate = options.initialLearningRate;
    this.decaySteps = options.decaySteps;
    this.decayRate = options.decayRate;
    this.staircase = options.staircase ?? false;
    this.name = options.name ?? 'ExponentialDecay';
  }

  override call(step: tf.Tensor): tf.Tensor {
    const ratio = tf.div(step, this.decaySteps);
    const exponent = this.staircase ? tf.floor(ratio) : ratio;
    return tf.mul(tf.pow(this.decayRate, exponent), this.initialLearningRate);
  }

  override getConfig(): Config {
    return {
      initial_learning_rate: this.initialLearningRate,
      decay_steps: this.decaySteps,
      decay_rate: this.decayRate,
      staircase: this.staircase,
      name: this.name,
    };
  }
}
