import type { Config } from '../registry/config';
import { concordanceCorrelation } from './correlation-functions';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface ConcordanceCorrelationOptions extends MetricOptions {
  /** The axis of the values that are correlated. Default -1. */
  axis?: number;
}

/**
 * Mean over the samples of the concordance of target and prediction: whether they rise and fall together and are equal.
 *
 * Keras class: `keras.metrics.ConcordanceCorrelation`.
 *
 * @example
 * const metric = new ConcordanceCorrelation();
 * metric.updateState(tf.tensor2d([[0, 1, 0.5]]), tf.tensor2d([[0.1, 0.9, 0.5]]));
 * metric.result().dataSync()[0]; // 0.9756
 */
export class ConcordanceCorrelation extends MeanMetricWrapper {
  static override readonly className: string = 'ConcordanceCorrelation';
  readonly axis: number;

  constructor(options: ConcordanceCorrelationOptions = {}) {
    const { axis = -1 } = options;
    super(
      (yTrue, yPred) => concordanceCorrelation(yTrue, yPred, { axis }),
      options,
      ['axis'],
      'concordance_correlation',
    );
    this.axis = axis;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }
}
