import { categoricalHinge } from '../losses/categorical-hinge';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean categorical hinge loss.
 *
 * Keras class: `keras.metrics.CategoricalHinge`.
 *
 * @example
 * const metric = new CategoricalHinge();
 * metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]]));
 * metric.result().dataSync()[0]; // 1.2
 */
export class CategoricalHinge extends MeanMetricWrapper {
  static override readonly className: string = 'CategoricalHinge';

  constructor(options: MetricOptions = {}) {
    super(categoricalHinge, options, [], 'categorical_hinge');
  }
}
