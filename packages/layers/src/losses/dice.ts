import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';

/** The axes a region's pixels lie along; null for all of the batch together. */
export type RegionAxis = number | number[] | null;

export interface DiceOptions extends LossOptions {
  /** Default null: all axes, the batch too. */
  axis?: RegionAxis;
}

/**
 * `1 - 2·Σ(yTrue·yPred) / (ΣyTrue + ΣyPred + 1e-7)` over the axes.
 *
 * Shapes: any, to what the axes leave. Keras: `keras.losses.dice`.
 *
 * @example
 * dice(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])).arraySync(); // 0.3333
 */
export function dice(yTrue: tf.Tensor, yPred: tf.Tensor, { axis = null }: { axis?: RegionAxis } = {}): tf.Tensor {
  const target = asFloat(yTrue);
  const over = axis ?? undefined;
  const common = tf.sum(tf.mul(target, yPred), over);
  const all = tf.add(tf.add(tf.sum(target, over), tf.sum(yPred, over)), EPSILON);
  return tf.sub(1, tf.div(tf.mul(common, 2), all));
}

/**
 * How little two regions overlap, 0 for the same: for segmentation.
 *
 * Keras class: `keras.losses.Dice`.
 *
 * @example
 * new Dice().apply(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])).arraySync(); // 0.3333
 */
export class Dice extends Loss {
  static readonly className: string = 'Dice';
  readonly axis: RegionAxis;

  constructor(options: DiceOptions = {}) {
    super(options, ['axis'], 'dice');
    this.axis = options.axis ?? null;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return dice(yTrue, yPred, this);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }
}
