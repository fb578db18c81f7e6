import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface PolynomialDecayOptions {
  initialLearningRate: number;
  /** Steps until `endLearningRate` is reached. */
  decaySteps: number;
  /** Default 0.0001. */
  endLearningRate?: number;
  /** Default 1: a straight line. */
  power?: number;
  /** Starts again from a higher rate each time the end is reached, over the next whole multiple of `decaySteps`. Default false. */
  cycle?: boolean;
  name?: string;
}

/**
 * `(initialLearningRate - endLearningRate) · (1 - step / decaySteps)^power + endLearningRate`, and `endLearningRate` after.
 *
 * Keras class: `keras.optimizers.schedules.PolynomialDecay`.
 *
 * @example
 * const schedule = new PolynomialDecay({ initialLearningRate: 1, decaySteps: 4, endLearningRate: 0 });
 * schedule.values([0, 1, 4, 9]); // [1, 0.75, 0, 0]
 */
export class PolynomialDecay extends LearningRateSchedule {
  static readonly className: string = 'PolynomialDecay';
  readonly initialLearningRate: number;
  readonly decaySteps: number;
  readonly endLearningRate: number;
  readonly power: number;
  readonly cycle: boolean;
  readonly name: string;

  constructor(options: PolynomialDecayOptions) {
    super();
    const names = ['initialLearningRate', 'decaySteps', 'endLearningRate', 'power', 'cycle', 'name'];
    expectKnownOptions('PolynomialDecay', options, names);
    expectNumber('PolynomialDecay', 'decaySteps', options.decaySteps, positive);
    this.initialLearningRate = options.initialLearningRate;
    this.decaySteps = options.decaySteps;
    this.endLearningRate = options.endLearningRate ?? 0.0001;
    this.power = options.power ?? 1;
    this.cycle = options.cycle ?? false;
    this.name = options.name ?? 'PolynomialDecay';
  }

  override call(step: tf.Tensor): tf.Tensor {
    const left = tf.sub(1, this.#elapsed(step));
    const range = this.initialLearningRate - this.endLearningRate;
    return tf.add(tf.mul(tf.pow(left, this.power), range), this.endLearningRate);
  }

  /** The share of the current cycle that is over, 0 to 1. */
  #elapsed(step: tf.Tensor): tf.Tensor {
    if (!this.cycle) return tf.div(tf.minimum(step, this.decaySteps), this.decaySteps);
    // At step 0 the first cycle, afterwards the one that reaches the step.
    const cycles = tf.maximum(tf.ceil(tf.div(step, this.decaySteps)), 1);
    return tf.div(step, tf.mul(cycles, this.decaySteps));
  }

  override getConfig(): Config {
    return {
      initial_learning_rate: this.initialLearningRate,
      decay_steps: this.decaySteps,
      end_learning_rate: this.endLearningRate,
      power: this.power,
      cycle: this.cycle,
      name: this.name,
    };
  }
}
