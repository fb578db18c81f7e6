import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface InverseTimeDecayOptions {
  initialLearningRate: number;
  /** Steps that count as one unit of time. */
  decaySteps: number;
  decayRate: number;
  /** Falls at whole multiples of `decaySteps` only. Default false. */
  staircase?: boolean;
  name?: string;
}

/**
 * `initialLearningRate / (1 + decayRate · step / decaySteps)`; with `staircase` the fraction is rounded down.
 *
 * Keras class: `keras.optimizers.schedules.InverseTimeDecay`.
 *
 * @example
 * new InverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 1, decayRate: 1 }).values([0, 1, 4]); // [0.1, 0.05, 0.02]
 */
export class InverseTimeDecay extends LearningRateSchedule {
  static readonly className: string = 'InverseTimeDecay';
  readonly initialLearningRate: number;
  readonly decaySteps: number;
  readonly decayRate: number;
  readonly staircase: boolean;
  readonly name: string;

  constructor(options: InverseTimeDecayOptions) {
    super();
    const names = ['initialLearningRate', 'decaySteps', 'decayRate', 'staircase', 'name'];
    expectKnownOptions('InverseTimeDecay', options, names);
    expectNumber('InverseTimeDecay', 'decaySteps', options.decaySteps, positive);
    this.initialLearningRate = options.initialLearningRate;
    this.decaySteps = options.decaySteps;
    this.decayRate = options.decayRate;
    this.staircase = options.staircase ?? false;
    this.name = options.name ?? 'InverseTimeDecay';
  }

  override call(step: tf.Tensor): tf.Tensor {
    const ratio = tf.div(step, this.decaySteps);
    const time = this.staircase ? tf.floor(ratio) : ratio;
    return tf.div(this.initialLearningRate, tf.add(tf.mul(time, this.decayRate), 1));
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
