import { squaredHinge } from '../losses/squared-hinge';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean squared hinge loss.
 *
 * Keras class: `keras.metrics.SquaredHinge`.
 *
 * @example
 * const metric = new SquaredHinge();
 * metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]]));
 * metric.result().dataSync()[0]; // 1.25
 */
export class SquaredHinge extends MeanMetricWrapper {
  static override readonly className: string = 'SquaredHinge';

  constructor(options: MetricOptions = {}) {
    super(squaredHinge, options, [], 'squared_hinge');
  }
}
