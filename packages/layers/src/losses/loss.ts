import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { classNameOf, snakeCase } from '../registry/class-name';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { asFloat, REDUCTIONS, type Reduction, reduceWeightedValues } from './reduce-weighted-values';

export interface LossOptions {
  /** Default `sum_over_batch_size`: the mean over all samples. */
  reduction?: Reduction;
  /** Default: the class's name in snake_case. */
  name?: string;
  /** Only `float32` is computed in. */
  dtype?: 'float32' | null;
}

/** What may go with a batch: a weight per sample, and a mask that is 0 where a sample does not count. */
export interface LossArguments {
  sampleWeight?: tf.Tensor | null;
  mask?: tf.Tensor | null;
}

const BASE_OPTIONS = ['reduction', 'name', 'dtype'] as const;

/**
 * Base of all losses: `call` gives one value per sample, `apply` weighs and reduces them to the number to minimise.
 *
 * Your own loss needs only `call`. Keras class: `keras.losses.Loss`.
 *
 * @example
 * class SquaredError extends Loss {
 *   call(yTrue: tf.Tensor, yPred: tf.Tensor) { return tf.mean(tf.squaredDifference(yTrue, yPred), -1); }
 * }
 * new SquaredError().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])).dataSync()[0]; // 0.5
 */
export abstract class Loss {
  /** The name in messages; training may set it. */
  name: string;
  readonly reduction: Reduction;

  /** `ownOptions` are the names a subclass reads beyond `reduction`, `name` and `dtype`; any other name throws. */
  constructor(options: LossOptions = {}, ownOptions: readonly string[] = [], defaultName?: string) {
    const place = classNameOf(this);
    expectKnownOptions(place, options, [...ownOptions, ...BASE_OPTIONS]);
    const { reduction = 'sum_over_batch_size', name, dtype } = options;
    if (!REDUCTIONS.includes(reduction)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: `\`reduction\` must be one of ${REDUCTIONS.map((allowed) => (allowed === null ? 'null' : `'${allowed}'`)).join(', ')}`,
        received: reduction,
        remedy: "Leave it out for the mean over the batch, or pass 'sum'.",
      });
    }
    if (dtype && dtype !== 'float32') {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: "`dtype` must be 'float32'",
        received: dtype,
        remedy: 'Leave `dtype` out.',
      });
    }
    this.reduction = reduction;
    this.name = name ?? defaultName ?? snakeCase(place);
  }

  /** One value per sample: the shape of `yPred` without the axes the loss is taken over. */
  abstract call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor;

  /** Which of the values count, when the loss itself decides it (`ignoreClass`); null when all do. */
  protected outputMask(_yTrue: tf.Tensor, _values: tf.Tensor): tf.Tensor | null {
    return null;
  }

  /** The loss of a batch: a scalar, or one value per sample when `reduction` is null. The caller owns the tensor. */
  apply(yTrue: tf.Tensor, yPred: tf.Tensor, options: LossArguments = {}): tf.Tensor {
    expectKnownOptions(`Loss '${this.name}'`, options, ['sampleWeight', 'mask']);
    return tf.tidy(() => {
      const values = this.call(yTrue, asFloat(yPred));
      const own = this.outputMask(yTrue, values);
      const given = options.mask ?? null;
      const mask = own && given ? tf.logicalAnd(tf.cast(given, 'bool'), tf.cast(own, 'bool')) : (own ?? given);
      const { sampleWeight } = options;
      return reduceWeightedValues(values, {
        sampleWeight,
        mask,
        reduction: this.reduction,
        place: `Loss '${this.name}'`,
      });
    });
  }

  /** Keras's config of this loss. */
  getConfig(): Config {
    return { name: this.name, reduction: this.reduction };
  }
}
