import * as tf from '@tensorflow/tfjs-core';
import { Metric, type MetricArguments, type MetricOptions } from './metric';
import { samplewise } from './samplewise';

/**
 * Weighted sum of the values given: `Σ w·v`.
 *
 * Keras class: `keras.metrics.Sum`.
 *
 * @example
 * const sum = new Sum();
 * sum.updateState(tf.tensor1d([1, 3, 5, 7]));
 * sum.result().dataSync()[0]; // 16
 */
export class Sum extends Metric {
  static readonly className: string = 'Sum';
  readonly #total = this.addVariable({ name: 'total', shape: [] });

  constructor(options: MetricOptions = {}) {
    super(options, [], 'sum');
  }

  override updateState(values: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => {
      const batch = samplewise(values, options, (tensor, axes) => tf.sum(tensor, axes));
      this.#total.assignAdd(tf.sum(batch.values));
    });
  }

  override result(): tf.Tensor {
    return tf.clone(this.#total.read());
  }
}
