import * as tf from '@tensorflow/tfjs-core';
import { Metric, type MetricArguments, type MetricOptions } from './metric';
import { samplewise } from './samplewise';

/**
 * Base of what is an average over samples: `result = Σ w·v / Σ w`, kept as `total` and `count`.
 */
export abstract class RunningMean extends Metric {
  readonly #total = this.addVariable({ name: 'total', shape: [] });
  readonly #count = this.addVariable({ name: 'count', shape: [] });

  /** Adds a batch of values with weights. */
  protected accumulate(values: tf.Tensor, options: MetricArguments): void {
    const batch = samplewise(values, options, (tensor, axes) => tf.mean(tensor, axes));
    this.#total.assignAdd(tf.sum(batch.values));
    this.#count.assignAdd(batch.weights ? tf.sum(batch.weights) : tf.scalar(batch.values.shape[0] ?? 1));
  }

  override result(): tf.Tensor {
    return tf.tidy(() => tf.divNoNan(this.#total.read(), this.#count.read()));
  }
}

/**
 * Weighted mean of the values given: `Σ w·v / Σ w`.
 *
 * Keras class: `keras.metrics.Mean`.
 *
 * @example
 * const mean = new Mean();
 * mean.updateState(tf.tensor1d([1, 3, 5, 7]), { sampleWeight: tf.tensor1d([1, 1, 0, 0]) });
 * mean.result().dataSync()[0]; // 2
 */
export class Mean extends RunningMean {
  static readonly className: string = 'Mean';

  constructor(options: MetricOptions = {}) {
    super(options, [], 'mean');
  }

  override updateState(values: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => this.accumulate(values, options));
  }
}
