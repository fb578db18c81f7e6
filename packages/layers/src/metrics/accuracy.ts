import { accuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

/**
 * How often predictions equal targets, as numbers: `Σ w·[yTrue = yPred] / Σ w`.
 *
 * Keras class: `keras.metrics.Accuracy`.
 *
 * @example
 * const metric = new Accuracy();
 * metric.updateState(tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([0, 2, 3, 4]));
 * metric.result().dataSync()[0]; // 0.75
 */
export class Accuracy extends MeanMetricWrapper {
  static override readonly className: string = 'Accuracy';

  constructor(options: MetricOptions = {}) {
    super(accuracy, options, [], 'accuracy');
  }
}
