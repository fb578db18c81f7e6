import { meanSquaredLogarithmicError } from '../losses/mean-squared-logarithmic-error';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean of the squared differences of the logarithms.
 *
 * Keras class: `keras.metrics.MeanSquaredLogarithmicError`.
 *
 * @example
 * const metric = new MeanSquaredLogarithmicError();
 * metric.updateState(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [1, 0]]));
 * metric.result().dataSync()[0]; // 0.2402
 */
export class MeanSquaredLogarithmicError extends MeanMetricWrapper {
  static override readonly className: string = 'MeanSquaredLogarithmicError';

  constructor(options: MetricOptions = {}) {
    super(meanSquaredLogarithmicError, options, [], 'mean_squared_logarithmic_error');
  }
}
