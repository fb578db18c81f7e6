import { binaryCrossentropy } from '../losses/binary-crossentropy';
import type { Config } from '../registry/config';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface BinaryCrossentropyMetricOptions extends MetricOptions {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** How far targets are smoothed, 0 to 1. Default 0. */
  labelSmoothing?: number;
}

/**
 * Mean cross-entropy of yes-or-no targets.
 *
 * Keras class: `keras.metrics.BinaryCrossentropy`.
 *
 * @example
 * const metric = new BinaryCrossentropy({ fromLogits: true });
 * metric.updateState(tf.tensor2d([[0], [1]]), tf.tensor2d([[0], [0]]));
 * metric.result().dataSync()[0]; // 0.6931
 */
export class BinaryCrossentropy extends MeanMetricWrapper {
  static override readonly className: string = 'BinaryCrossentropy';
  readonly fromLogits: boolean;
  readonly labelSmoothing: number;

  constructor(options: BinaryCrossentropyMetricOptions = {}) {
    const { fromLogits = false, labelSmoothing = 0 } = options;
    const terms = { fromLogits, labelSmoothing };
    super(
      (yTrue, yPred) => binaryCrossentropy(yTrue, yPred, terms),
      options,
      ['fromLogits', 'labelSmoothing'],
      'binary_crossentropy',
    );
    this.fromLogits = fromLogits;
    this.labelSmoothing = labelSmoothing;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), from_logits: this.fromLogits, label_smoothing: this.labelSmoothing };
  }
}
