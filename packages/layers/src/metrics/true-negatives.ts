import { ConfusionConditionCount, type ThresholdOptions } from './confusion-condition-count';

/**
 * Weighted count of targets of 0 that are predicted as 0.
 *
 * Keras class: `keras.metrics.TrueNegatives`.
 *
 * @example
 * const metric = new TrueNegatives();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([0.8, 0.9, 0.7, 0.1]));
 * metric.result().dataSync()[0]; // 0
 */
export class TrueNegatives extends ConfusionConditionCount {
  static readonly className: string = 'TrueNegatives';

  constructor(options: ThresholdOptions = {}) {
    super(options, 'trueNegatives');
  }
}
