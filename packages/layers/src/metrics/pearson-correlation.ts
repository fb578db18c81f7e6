import type { Config } from '../registry/config';
import { pearsonCorrelation } from './correlation-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface PearsonCorrelationOptions extends MetricOptions {
  /** The axis of the values that are correlated. Default -1. */
  axis?: number;
}

/**
 * Mean over the samples of the correlation between target and prediction: whether they rise and fall together.
 *
 * Keras class: `keras.metrics.PearsonCorrelation`.
 *
 * @example
 * const metric = new PearsonCorrelation();
 * metric.updateState(tf.tensor2d([[0, 1, 0.5]]), tf.tensor2d([[0.1, 0.9, 0.5]]));
 * metric.result().dataSync()[0]; // 1
 */
export class PearsonCorrelation extends MeanMetricWrapper {
  static override readonly className: string = 'PearsonCorrelation';
  readonly axis: number;

  constructor(options: PearsonCorrelationOptions = {}) {
    const { axis = -1 } = options;
    super((yTrue, yPred) => pearsonCorrelation(yTrue, yPred, { axis }), options, ['axis'], 'pearson_correlation');
    this.axis = axis;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }
}
