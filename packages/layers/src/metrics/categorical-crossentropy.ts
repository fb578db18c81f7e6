import { categoricalCrossentropy } from '../losses/categorical-crossentropy';
import type { Config } from '../registry/config';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface CategoricalCrossentropyMetricOptions extends MetricOptions {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** How far targets are smoothed, 0 to 1. Default 0. */
  labelSmoothing?: number;
  /** The axis of the classes. Default -1. */
  axis?: number;
}

/**
 * Mean cross-entropy against one-hot targets.
 *
 * Keras class: `keras.metrics.CategoricalCrossentropy`.
 *
 * @example
 * const metric = new CategoricalCrossentropy({ fromLogits: true });
 * metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0, 0]]));
 * metric.result().dataSync()[0]; // 0.6931
 */
export class CategoricalCrossentropy extends MeanMetricWrapper {
  static override readonly className: string = 'CategoricalCrossentropy';
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;
  readonly axis: number;

  constructor(options: CategoricalCrossentropyMetricOptions = {}) {
    const { fromLogits = false, labelSmoothing = 0, axis = -1 } = options;
    const terms = { fromLogits, labelSmoothing, axis };
    super(
      (yTrue, yPred) => categoricalCrossentropy(yTrue, yPred, terms),
      options,
      ['fromLogits', 'labelSmoothing', 'axis'],
      'categorical_crossentropy',
    );
    this.fromLogits = fromLogits;
    this.labelSmoothing = labelSmoothing;
    this.axis = axis;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      from_logits: this.fromLogits,
      label_smoothing: this.labelSmoothing,
      axis: this.axis,
    };
  }
}
