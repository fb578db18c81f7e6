import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Config, type ConfigObject, isConfigObject } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative, positiveInteger } from '../registry/options';
import { getSchedule } from './get-schedule';
import { LearningRateSchedule } from './learning-rate-schedule';
import { serializeSchedule } from './serialize-schedule';

export interface WarmupOptions {
  /** What follows the warm-up: a constant rate or a schedule, which then counts its steps from 0. */
  after: number | LearningRateSchedule | ConfigObject;
  warmupSteps: number;
  /** The rate at step 0. Default 0. */
  initialLearningRate?: number;
  name?: string;
}

/**
 * A straight rise from `initialLearningRate` to the first rate of another schedule, which then takes over.
 *
 * `rate = initial + (after(0) - initial) · step / warmupSteps` up to step `warmupSteps`, then `after(step - warmupSteps)`.
 * Goyal et al. 2017, arXiv:1706.02677. Not in Keras, where only `CosineDecay` has a warm-up.
 *
 * @example
 * new Warmup({ after: 0.1, warmupSteps: 4 }).values([0, 2, 4, 9]); // [0, 0.05, 0.1, 0.1]
 */
export class Warmup extends LearningRateSchedule {
  static readonly className: string = 'Warmup';
  readonly after: number | LearningRateSchedule;
  readonly warmupSteps: number;
  readonly initialLearningRate: number;
  readonly name: string;

  constructor(options: WarmupOptions) {
    super();
    expectKnownOptions('Warmup', options, ['after', 'warmupSteps', 'initialLearningRate', 'name']);
    const { after, warmupSteps, initialLearningRate = 0, name = 'Warmup' } = options;
    expectNumber('Warmup', 'warmupSteps', warmupSteps, positiveInteger);
    expectNumber('Warmup', 'initialLearningRate', initialLearningRate, notNegative);
    if (typeof after !== 'number' && !isConfigObject(after) && !(after instanceof LearningRateSchedule)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'Warmup',
        expected: '`after` must be a number or a learning rate schedule',
        received: after,
        remedy: 'Pass the rate to warm up to, for example 0.001.',
      });
    }
    this.after = isConfigObject(after) ? getSchedule(after) : after;
    this.warmupSteps = warmupSteps;
    this.initialLearningRate = initialLearningRate;
    this.name = name;
  }

  override call(step: tf.Tensor): tf.Tensor {
    const warmed = tf.div(tf.minimum(step, this.warmupSteps), this.warmupSteps);
    const later = tf.maximum(tf.sub(step, this.warmupSteps), 0);
    // While it warms up the schedule stands still at its first rate.
    const target = typeof this.after === 'number' ? tf.scalar(this.after) : this.after.call(later);
    const { initialLearningRate: initial } = this;
    return tf.add(tf.mul(tf.sub(target, initial), warmed), initial);
  }

  override getConfig(): Config {
    return {
      after: typeof this.after === 'number' ? this.after : serializeSchedule(this.after),
      warmup_steps: this.warmupSteps,
      initial_learning_rate: this.initialLearningRate,
      name: this.name,
    };
  }
}
