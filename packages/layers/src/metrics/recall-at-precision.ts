import { AtConstraint, type AtConstraintOptions } from './at-constraint';

export interface RecallAtPrecisionOptions extends AtConstraintOptions {
  /** The precision that has to be reached, 0 to 1. */
  precision: number;
}

/**
 * The largest recall over all thresholds at which the precision is at least a given value.
 *
 * Recall is `TP / (TP + FN)`, precision `TP / (TP + FP)`. Keras class: `keras.metrics.RecallAtPrecision`.
 *
 * @example
 * const metric = new RecallAtPrecision({ precision: 0.5 });
 * metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
 * metric.result().dataSync()[0]; // 1
 */
export class RecallAtPrecision extends AtConstraint {
  static readonly className: string = 'RecallAtPrecision';
  readonly precision: number;

  constructor(options: RecallAtPrecisionOptions) {
    super(options, { best: 'sensitivity', constrained: 'precision', least: options.precision, option: 'precision' });
    this.precision = options.precision;
  }
}
