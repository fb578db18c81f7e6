// The merging layers as functions, for a line of a functional model: `add([x, y])` is `new Add().apply([x, y])`.
import type * as tf from '@tensorflow/tfjs-core';
import type { KerasTensor } from '../../graph/keras-tensor';
import type { LayerOptions } from '../layer';
import { Add } from './add';
import { Average } from './average';
import type { BaseMerge } from './base-merge';
import { Concatenate, type ConcatenateOptions } from './concatenate';
import { Dot, type DotOptions } from './dot';
import { Maximum } from './maximum';
import { Minimum } from './minimum';
import { Multiply } from './multiply';
import { Subtract } from './subtract';

/** Merges a list of tensors, symbolic ones or others, into one of the same kind. */
type Merge<Options> = <T extends KerasTensor | tf.Tensor>(inputs: readonly T[], options?: Options) => T;

/** The function of a layer's class. */
function merging<Options>(Class: new (options: Options) => BaseMerge): Merge<Options> {
  return (inputs, options = {} as Options) => new Class(options).apply(inputs as never);
}

/**
 * `new Add(options).apply(inputs)`. Keras: `keras.layers.add`.
 *
 * @example
 * add([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]).arraySync(); // [11, 22]
 */
export const add: Merge<LayerOptions> = merging(Add);

/** `new Average(options).apply(inputs)`. Keras: `keras.layers.average`. */
export const average: Merge<LayerOptions> = merging(Average);

/** `new Concatenate(options).apply(inputs)`. Keras: `keras.layers.concatenate`. */
export const concatenate: Merge<ConcatenateOptions> = merging(Concatenate);

/** `new Dot(options).apply(inputs)`. Keras: `keras.layers.dot`. */
export const dot = <T extends KerasTensor | tf.Tensor>(inputs: readonly T[], options: DotOptions): T =>
  new Dot(options).apply(inputs as never);

/** `new Maximum(options).apply(inputs)`. Keras: `keras.layers.maximum`. */
export const maximum: Merge<LayerOptions> = merging(Maximum);

/** `new Minimum(options).apply(inputs)`. Keras: `keras.layers.minimum`. */
export const minimum: Merge<LayerOptions> = merging(Minimum);

/** `new Multiply(options).apply(inputs)`. Keras: `keras.layers.multiply`. */
export const multiply: Merge<LayerOptions> = merging(Multiply);

/** `new Subtract(options).apply(inputs)`. Keras: `keras.layers.subtract`. */
export const subtract: Merge<LayerOptions> = merging(Subtract);
