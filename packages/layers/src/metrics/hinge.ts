import { hinge } from '../losses/hinge';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean hinge loss.
 *
 * Keras class: `keras.metrics.Hinge`.
 *
 * @example
 * const metric = new Hinge();
 * metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]]));
 * metric.result().dataSync()[0]; // 1
 */
export class Hinge extends MeanMetricWrapper {
  static override readonly className: string = 'Hinge';

  constructor(options: MetricOptions = {}) {
    super(hinge, options, [], 'hinge');
  }
}
