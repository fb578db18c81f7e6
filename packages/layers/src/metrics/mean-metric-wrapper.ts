import * as tf from '@tensorflow/tfjs-core';
import { RunningMean } from './mean';
import type { MetricArguments, MetricOptions } from './metric';

/** A function of targets and predictions with one value per sample, or per element of a sample. */
export type MetricFunction = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor;

/**
 * The mean over all samples of a function of targets and predictions: `Σ w·fn(yTrue, yPred) / Σ w`.
 *
 * Keras class: `keras.metrics.MeanMetricWrapper`.
 *
 * @example
 * const metric = new MeanMetricWrapper((yTrue, yPred) => tf.abs(tf.sub(yTrue, yPred)), { name: 'distance' });
 * metric.updateState(tf.tensor1d([1, 2]), tf.tensor1d([1, 5]));
 * metric.result().dataSync()[0]; // 1.5
 */
export class MeanMetricWrapper extends RunningMean {
  static readonly className: string = 'MeanMetricWrapper';
  readonly #fn: MetricFunction;

  constructor(
    fn: MetricFunction,
    options: MetricOptions = {},
    ownOptions: readonly string[] = [],
    defaultName?: string,
  ) {
    super(options, ownOptions, defaultName);
    this.#fn = fn;
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => this.accumulate(this.#fn(yTrue, yPred), options));
  }
}
