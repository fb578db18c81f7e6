import { meanAbsoluteError } from '../losses/mean-absolute-error';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean of the absolute errors over all samples.
 *
 * Keras class: `keras.metrics.MeanAbsoluteError`.
 *
 * @example
 * const metric = new MeanAbsoluteError();
 * metric.updateState(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [1, 0]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class MeanAbsoluteError extends MeanMetricWrapper {
  static override readonly className: string = 'MeanAbsoluteError';

  constructor(options: MetricOptions = {}) {
    super(meanAbsoluteError, options, [], 'mean_absolute_error');
  }
}
