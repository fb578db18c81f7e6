import { categoricalAccuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * How often the largest prediction is of the class of the one-hot target.
 *
 * Keras class: `keras.metrics.CategoricalAccuracy`.
 *
 * @example
 * const metric = new CategoricalAccuracy();
 * metric.updateState(tf.tensor2d([[0, 1], [1, 0]]), tf.tensor2d([[0.1, 0.9], [0.2, 0.8]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class CategoricalAccuracy extends MeanMetricWrapper {
  static override readonly className: string = 'CategoricalAccuracy';

  constructor(options: MetricOptions = {}) {
    super(categoricalAccuracy, options, [], 'categorical_accuracy');
  }
}
