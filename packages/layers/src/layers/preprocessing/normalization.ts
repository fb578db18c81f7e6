import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { axisOf, formatShape, type Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import { type AdaptData, batchesOf } from './adapt-data';

type Numbers = number | readonly number[];

export interface NormalizationOptions extends LayerOptions {
  /** The axes with a mean and variance of their own; null has one of each for all. Default -1. */
  axis?: number | readonly number[] | null;
  /** The mean, instead of `adapt`. */
  mean?: Numbers | null;
  /** The variance, instead of `adapt`. */
  variance?: Numbers | null;
  /** Whether it goes back from normalised values. Default false. */
  invert?: boolean;
}

/**
 * Shifts and scales each feature to mean 0 and variance 1: `(input - mean) / max(√variance, 1e-7)`.
 *
 * Mean and variance are learned from data by `adapt`, or given. The shape stays. Throws when only one of `mean` and `variance`
 * is given, and when an axis to keep is not known. Keras class: `keras.layers.Normalization`.
 *
 * @example
 * const layer = new Normalization();
 * layer.adapt([[1], [3]]);
 * layer.apply(tf.tensor2d([[1], [2], [3]])).arraySync(); // [[-1], [0], [1]]
 */
export class Normalization extends Layer {
  static override readonly className: string = 'Normalization';
  readonly axis: readonly number[];
  readonly inputMean: Numbers | null;
  readonly inputVariance: Numbers | null;
  readonly invert: boolean;
  declare mean: Weight | null;
  declare variance: Weight | null;
  declare count: Weight | null;

  constructor(options: NormalizationOptions = {}) {
    super(options, ['axis', 'mean', 'variance', 'invert']);
    const { axis = -1, mean = null, variance = null, invert = false } = options;
    this.axis = axis === null ? [] : typeof axis === 'number' ? [axis] : [...axis];
    this.inputMean = mean;
    this.inputVariance = variance;
    this.invert = invert;
    this.supportsMasking = true;
    if ((mean === null) !== (variance === null)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`mean` and `variance` must be given together',
        received: { mean, variance },
        remedy: 'Give both, or none and call adapt(data).',
      });
    }
  }

  override build(inputShape: Shape): void {
    const kept = this.#kept(inputShape);
    if (this.inputMean !== null) return;
    const shape = kept.map((axis) => inputShape[axis] as number);
    this.mean = this.addWeight({ name: 'mean', shape, initializer: 'zeros', trainable: false });
    this.variance = this.addWeight({ name: 'variance', shape, initializer: 'ones', trainable: false });
    this.count = this.addWeight({ name: 'count', shape: [], dtype: 'int32', trainable: false });
  }

  /** Learns mean and variance from data: a tensor, nested lists, or batches of tensors. Forgets what it learned before. */
  adapt(data: AdaptData): void {
    tf.tidy(() => {
      const batches = batchesOf(this.place, data, 'float32').map(asFloat);
      const [{ shape }] = batches as [tf.Tensor];
      // The batch's length matters only where its samples are told apart.
      if (!this.built) this.build(this.#kept(shape).includes(0) ? shape : [null, ...shape.slice(1)]);
      const { mean, variance } = this;
      if (!mean || !variance) return this.#cannotAdapt();
      const kept = this.#kept(shape);
      const reduced = shape.flatMap((_, axis) => (kept.includes(axis) ? [] : [axis]));
      let total: tf.Tensor = tf.zeros(mean.shape);
      let spread: tf.Tensor = tf.zeros(mean.shape);
      let seen = 0;
      for (const batch of batches) {
        const size = reduced.reduce((count, axis) => count * (batch.shape[axis] as number), 1);
        const { mean: batchMean, variance: batchVariance } = tf.moments(batch, reduced);
        seen += size;
        const share = size / seen;
        const next = tf.add(tf.mul(total, 1 - share), tf.mul(batchMean, share));
        const before = tf.mul(tf.add(spread, tf.square(tf.sub(total, next))), 1 - share);
        spread = tf.add(before, tf.mul(tf.add(batchVariance, tf.square(tf.sub(batchMean, next))), share));
        total = next;
      }
      mean.assign(tf.reshape(total, mean.shape));
      variance.assign(tf.reshape(spread, variance.shape));
    });
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    const mean = this.#along(x.shape, this.mean?.read() ?? null, this.inputMean);
    const variance = this.#along(x.shape, this.variance?.read() ?? null, this.inputVariance);
    const deviation = tf.maximum(tf.sqrt(variance), 1e-7);
    return this.invert ? tf.add(mean, tf.mul(x, deviation)) : tf.div(tf.sub(x, mean), deviation);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      axis: this.axis,
      invert: this.invert,
      mean: this.inputMean,
      variance: this.inputVariance,
    };
  }

  /** Lays the values along the axes they belong to. */
  #along(shape: Shape, learned: tf.Tensor | null, given: Numbers | null): tf.Tensor {
    const kept = this.#kept(shape);
    const values = learned ?? (typeof given === 'number' ? tf.scalar(given) : tf.tensor1d([...(given ?? [])]));
    if (values.rank === 0) return values;
    const axes = kept.slice(-values.rank);
    const lengths = shape.map((_, axis) => (axes.includes(axis) ? (values.shape[axes.indexOf(axis)] as number) : 1));
    return tf.reshape(values, lengths);
  }

  #kept(shape: Shape): number[] {
    const kept = this.axis.map((axis) => axisOf(axis, shape.length)).sort((a, b) => a - b);
    if (kept.every((axis) => axis >= 0 && axis < shape.length && shape[axis] !== null)) return kept;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: `the axes [${this.axis}] must be there and their lengths known`,
      received: inWords(`shape ${formatShape(shape)}`),
      remedy: 'Choose other axes, or give the model an input of known shape.',
    });
  }

  #cannotAdapt(): never {
    throw new TenlabError({
      code: 'invalid-call',
      place: this.place,
      expected: 'a layer with a given mean and variance must not be adapted',
      received: inWords('a call of adapt()'),
      remedy: 'Leave `mean` and `variance` out to learn them.',
    });
  }
}
