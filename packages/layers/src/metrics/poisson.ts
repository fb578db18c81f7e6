import { poisson } from '../losses/poisson';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean Poisson loss.
 *
 * Keras class: `keras.metrics.Poisson`.
 *
 * @example
 * const metric = new Poisson();
 * metric.updateState(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]]));
 * metric.result().dataSync()[0]; // 0.8069
 */
export class Poisson extends MeanMetricWrapper {
  static override readonly className: string = 'Poisson';

  constructor(options: MetricOptions = {}) {
    super(poisson, options, [], 'poisson');
  }
}
