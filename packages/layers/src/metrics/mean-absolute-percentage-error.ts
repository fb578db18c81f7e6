import { meanAbsolutePercentageError } from '../losses/mean-absolute-percentage-error';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean of the absolute errors in percent of the targets.
 *
 * Keras class: `keras.metrics.MeanAbsolutePercentageError`.
 *
 * @example
 * const metric = new MeanAbsolutePercentageError();
 * metric.updateState(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]]));
 * metric.result().dataSync()[0]; // 37.5
 */
export class MeanAbsolutePercentageError extends MeanMetricWrapper {
  static override readonly className: string = 'MeanAbsolutePercentageError';

  constructor(options: MetricOptions = {}) {
    super(meanAbsolutePercentageError, options, [], 'mean_absolute_percentage_error');
  }
}
