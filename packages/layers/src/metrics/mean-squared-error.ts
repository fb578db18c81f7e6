import { meanSquaredError } from '../losses/mean-squared-error';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean of the squared errors over all samples.
 *
 * Keras class: `keras.metrics.MeanSquaredError`.
 *
 * @example
 * const metric = new MeanSquaredError();
 * metric.updateState(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [1, 0]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class MeanSquaredError extends MeanMetricWrapper {
  static override readonly className: string = 'MeanSquaredError';

  constructor(options: MetricOptions = {}) {
    super(meanSquaredError, options, [], 'mean_squared_error');
  }
}
