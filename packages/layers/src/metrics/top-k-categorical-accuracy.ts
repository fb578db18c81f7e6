import type { Config } from '../registry/config';
import { topKCategoricalAccuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface TopKCategoricalAccuracyOptions extends MetricOptions {
  /** How many of the largest predictions are looked at. Default 5. */
  k?: number;
}

/**
 * How often the class of the one-hot target is among the `k` largest predictions.
 *
 * Keras class: `keras.metrics.TopKCategoricalAccuracy`.
 *
 * @example
 * const metric = new TopKCategoricalAccuracy({ k: 1 });
 * metric.updateState(tf.tensor2d([[0, 0, 1], [0, 1, 0]]), tf.tensor2d([[0.1, 0.9, 0.8], [0.05, 0.95, 0]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class TopKCategoricalAccuracy extends MeanMetricWrapper {
  static override readonly className: string = 'TopKCategoricalAccuracy';
  readonly k: number;

  constructor(options: TopKCategoricalAccuracyOptions = {}) {
    const k = options.k ?? 5;
    super((yTrue, yPred) => topKCategoricalAccuracy(yTrue, yPred, { k }), options, ['k'], 'top_k_categorical_accuracy');
    this.k = k;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), k: this.k };
  }
}
