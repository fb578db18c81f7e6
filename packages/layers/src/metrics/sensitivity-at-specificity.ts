import { AtConstraint, type AtConstraintOptions } from './at-constraint';

export interface SensitivityAtSpecificityOptions extends AtConstraintOptions {
  /** The specificity that has to be reached, 0 to 1. */
  specificity: number;
}

/**
 * The largest sensitivity over all thresholds at which the specificity is at least a given value.
 *
 * Sensitivity is `TP / (TP + FN)`, specificity `TN / (TN + FP)`. Keras class: `keras.metrics.SensitivityAtSpecificity`.
 *
 * @example
 * const metric = new SensitivityAtSpecificity({ specificity: 0.5 });
 * metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class SensitivityAtSpecificity extends AtConstraint {
  static readonly className: string = 'SensitivityAtSpecificity';
  readonly specificity: number;

  constructor(options: SensitivityAtSpecificityOptions) {
    super(options, {
      best: 'sensitivity',
      constrained: 'specificity',
      least: options.specificity,
      option: 'specificity',
    });
    this.specificity = options.specificity;
  }
}
