import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { LearningRateSchedule } from './learning-rate-schedule';

export interface PiecewiseConstantDecayOptions {
  /** The last step of each piece but the last, rising. */
  boundaries: number[];
  /** The rate of each piece, one more than boundaries. */
  values: number[];
  name?: string;
}

/**
 * `values[0]` up to and with step `boundaries[0]`, then `values[1]` up to and with `boundaries[1]`, and so on.
 *
 * Keras class: `keras.optimizers.schedules.PiecewiseConstantDecay`.
 *
 * @example
 * new PiecewiseConstantDecay({ boundaries: [2, 4], values: [1, 0.5, 0.1] }).values([0, 2, 3, 5]); // [1, 1, 0.5, 0.1]
 */
export class PiecewiseConstantDecay extends LearningRateSchedule {
  static readonly className: string = 'PiecewiseConstantDecay';
  readonly boundaries: number[];
  readonly rates: number[];
  readonly name: string;

  constructor(options: PiecewiseConstantDecayOptions) {
    super();
    expectKnownOptions('PiecewiseConstantDecay', options, ['boundaries', 'values', 'name']);
    const { boundaries, values } = options;
    if (boundaries.length !== values.length - 1) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'PiecewiseConstantDecay',
        expected: 'one more of `values` than of `boundaries`',
        received: inWords(`${values.length} values, ${boundaries.length} boundaries`),
        remedy: 'Give a rate for each piece, the last one too.',
      });
    }
    this.boundaries = [...boundaries];
    this.rates = [...values];
    this.name = options.name ?? 'PiecewiseConstant';
  }

  override call(step: tf.Tensor): tf.Tensor {
    // 1 where the boundary lies behind, so two neighbours differ by 1 in just the piece between them.
    const behind = this.boundaries.map((boundary) => tf.cast(tf.greater(step, boundary), 'float32'));
    const edges = [tf.scalar(1), ...behind, tf.scalar(0)];
    return tf.addN(this.rates.map((rate, i) => tf.mul(tf.sub(edges[i]!, edges[i + 1]!), rate)));
  }

  override getConfig(): Config {
    return { boundaries: this.boundaries, values: this.rates, name: this.name };
  }
}
