import { AtConstraint, type AtConstraintOptions } from './at-constraint';

export interface PrecisionAtRecallOptions extends AtConstraintOptions {
  /** The recall that has to be reached, 0 to 1. */
  recall: number;
}

/**
 * The largest precision over all thresholds at which the recall is at least a given value.
 *
 * Precision is `TP / (TP + FP)`, recall `TP / (TP + FN)`. Keras class: `keras.metrics.PrecisionAtRecall`.
 *
 * @example
 * const metric = new PrecisionAtRecall({ recall: 0.5 });
 * metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class PrecisionAtRecall extends AtConstraint {
  static readonly className: string = 'PrecisionAtRecall';
  readonly recall: number;

  constructor(options: PrecisionAtRecallOptions) {
    super(options, { best: 'precision', constrained: 'sensitivity', least: options.recall, option: 'recall' });
    this.recall = options.recall;
  }
}
