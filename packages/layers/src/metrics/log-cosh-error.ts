import { logCosh } from '../losses/log-cosh';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean logarithm of the hyperbolic cosine of the error.
 *
 * Keras class: `keras.metrics.LogCoshError`.
 *
 * @example
 * const metric = new LogCoshError();
 * metric.updateState(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]]));
 * metric.result().dataSync()[0]; // 0.2169
 */
export class LogCoshError extends MeanMetricWrapper {
  static override readonly className: string = 'LogCoshError';

  constructor(options: MetricOptions = {}) {
    super(logCosh, options, [], 'logcosh');
  }
}
