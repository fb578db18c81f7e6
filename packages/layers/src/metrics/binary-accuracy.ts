import type { Config } from '../registry/config';
import { binaryAccuracy } from './accuracy-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface BinaryAccuracyOptions extends MetricOptions {
  /** From where on a prediction means 1. Default 0.5. */
  threshold?: number;
}

/**
 * How often `yPred > threshold` agrees with targets of 0 or 1.
 *
 * Keras class: `keras.metrics.BinaryAccuracy`.
 *
 * @example
 * const metric = new BinaryAccuracy();
 * metric.updateState(tf.tensor2d([[1], [1], [0], [0]]), tf.tensor2d([[0.98], [1], [0], [0.6]]));
 * metric.result().dataSync()[0]; // 0.75
 */
export class BinaryAccuracy extends MeanMetricWrapper {
  static override readonly className: string = 'BinaryAccuracy';
  readonly threshold: number;

  constructor(options: BinaryAccuracyOptions = {}) {
    const threshold = options.threshold ?? 0.5;
    super((yTrue, yPred) => binaryAccuracy(yTrue, yPred, { threshold }), options, ['threshold'], 'binary_accuracy');
    this.threshold = threshold;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), threshold: this.threshold };
  }
}
