import { sparseCategoricalCrossentropy } from '../losses/sparse-categorical-crossentropy';
import type { Config } from '../registry/config';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface SparseCategoricalCrossentropyMetricOptions extends MetricOptions {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** A label that is left out. Default null: none. */
  ignoreClass?: number | null;
  /** The axis of the classes. Default -1. */
  axis?: number;
}

/**
 * Mean cross-entropy against whole-number labels.
 *
 * Keras class: `keras.metrics.SparseCategoricalCrossentropy`.
 *
 * @example
 * const metric = new SparseCategoricalCrossentropy({ fromLogits: true });
 * metric.updateState(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]]));
 * metric.result().dataSync()[0]; // 0.6931
 */
export class SparseCategoricalCrossentropy extends MeanMetricWrapper {
  static override readonly className: string = 'SparseCategoricalCrossentropy';
  readonly fromLogits: boolean;
  readonly ignoreClass: number | null;
  readonly axis: number;

  constructor(options: SparseCategoricalCrossentropyMetricOptions = {}) {
    const { fromLogits = false, ignoreClass = null, axis = -1 } = options;
    const terms = { fromLogits, ignoreClass, axis };
    super(
      (yTrue, yPred) => sparseCategoricalCrossentropy(yTrue, yPred, terms),
      options,
      ['fromLogits', 'ignoreClass', 'axis'],
      'sparse_categorical_crossentropy',
    );
    this.fromLogits = fromLogits;
    this.ignoreClass = ignoreClass;
    this.axis = axis;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), from_logits: this.fromLogits, ignore_class: this.ignoreClass, axis: this.axis };
  }
}
