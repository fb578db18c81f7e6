import type { Config } from '../registry/config';
import { sparseTopKCategoricalAccuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface SparseTopKCategoricalAccuracyOptions extends MetricOptions {
  /** How many of the largest predictions are looked at. Default 5. */
  k?: number;
  /** Whether `yPred` already holds class numbers, best first, instead of scores. Default false. */
  fromSortedIds?: boolean;
}

/**
 * How often the labelled class is among the `k` largest predictions.
 *
 * Keras class: `keras.metrics.SparseTopKCategoricalAccuracy`.
 *
 * @example
 * const metric = new SparseTopKCategoricalAccuracy({ k: 1 });
 * metric.updateState(tf.tensor1d([2, 1], 'int32'), tf.tensor2d([[0.1, 0.9, 0.8], [0.05, 0.95, 0]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class SparseTopKCategoricalAccuracy extends MeanMetricWrapper {
  static override readonly className: string = 'SparseTopKCategoricalAccuracy';
  readonly k: number;
  readonly fromSortedIds: boolean;

  constructor(options: SparseTopKCategoricalAccuracyOptions = {}) {
    const { k = 5, fromSortedIds = false } = options;
    super(
      (yTrue, yPred) => sparseTopKCategoricalAccuracy(yTrue, yPred, { k, fromSortedIds }),
      options,
      ['k', 'fromSortedIds'],
      'sparse_top_k_categorical_accuracy',
    );
    this.k = k;
    this.fromSortedIds = fromSortedIds;
  }

  override getConfig(): Config {
    const config = { ...super.getConfig(), k: this.k };
    return this.fromSortedIds ? { ...config, from_sorted_ids: true } : config;
  }
}
