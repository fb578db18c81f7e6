import { klDivergence } from '../losses/kl-divergence';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * Mean Kullback-Leibler divergence.
 *
 * Keras class: `keras.metrics.KLDivergence`.
 *
 * @example
 * const metric = new KLDivergence();
 * metric.updateState(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]]));
 * metric.result().dataSync()[0]; // 0.1438
 */
export class KLDivergence extends MeanMetricWrapper {
  static override readonly className: string = 'KLDivergence';

  constructor(options: MetricOptions = {}) {
    super(klDivergence, options, [], 'kl_divergence');
  }
}
