import { sparseCategoricalAccuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * How often the largest prediction is of the labelled class.
 *
 * Keras class: `keras.metrics.SparseCategoricalAccuracy`.
 *
 * @example
 * const metric = new SparseCategoricalAccuracy();
 * metric.updateState(tf.tensor1d([1, 0], 'int32'), tf.tensor2d([[0.1, 0.9], [0.2, 0.8]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class SparseCategoricalAccuracy extends MeanMetricWrapper {
  static override readonly className: string = 'SparseCategoricalAccuracy';

  constructor(options: MetricOptions = {}) {
    super(sparseCategoricalAccuracy, options, [], 'sparse_categorical_accuracy');
  }
}
