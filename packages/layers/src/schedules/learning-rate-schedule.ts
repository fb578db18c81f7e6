import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';

/**
 * A learning rate that depends on the step.
 *
 * `call` is tensor arithmetic on the step, so that a compiled training step computes the rate anew each time it runs.
 * Keras class: `keras.optimizers.schedules.LearningRateSchedule`.
 *
 * @example
 * class Halving extends LearningRateSchedule {
 *   call(step: tf.Tensor) { return tf.pow(0.5, step); }
 *   getConfig() { return {}; }
 * }
 * new Halving().values([0, 1, 2]); // [1, 0.5, 0.25]
 */
export abstract class LearningRateSchedule {
  /** The rate, a float32 scalar, at a step given as a float32 scalar. */
  abstract call(step: tf.Tensor): tf.Tensor;

  /** Keras's config of this schedule. */
  abstract getConfig(): Config;

  /** The rates at some steps as plain numbers, to look at or to plot. */
  values(steps: readonly number[]): number[] {
    return steps.map((step) => tf.tidy(() => this.call(tf.scalar(step, 'float32')).dataSync()[0] as number));
  }
}
