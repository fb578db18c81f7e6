import { AtConstraint, type AtConstraintOptions } from './at-constraint';

export interface SpecificityAtSensitivityOptions extends AtConstraintOptions {
  /** The sensitivity that has to be reached, 0 to 1. */
  sensitivity: number;
}

/**
 * The largest specificity over all thresholds at which the sensitivity is at least a given value.
 *
 * Specificity is `TN / (TN + FP)`, sensitivity `TP / (TP + FN)`. Keras class: `keras.metrics.SpecificityAtSensitivity`.
 *
 * @example
 * const metric = new SpecificityAtSensitivity({ sensitivity: 0.5 });
 * metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
 * metric.result().dataSync()[0]; // 0.6667
 */
export class SpecificityAtSensitivity extends AtConstraint {
  static readonly className: string = 'SpecificityAtSensitivity';
  readonly sensitivity: number;

  constructor(options: SpecificityAtSensitivityOptions) {
    super(options, {
      best: 'specificity',
      constrained: 'sensitivity',
      least: options.sensitivity,
      option: 'sensitivity',
    });
    this.sensitivity = options.sensitivity;
  }
}
