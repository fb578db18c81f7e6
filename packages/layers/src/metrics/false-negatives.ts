import { ConfusionConditionCount, type ThresholdOptions } from './confusion-condition-count';

/**
 * Weighted count of targets of 1 that are predicted as 0.
 *
 * Keras class: `keras.metrics.FalseNegatives`.
 *
 * @example
 * const metric = new FalseNegatives();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([0.8, 0.9, 0.7, 0.1]));
 * metric.result().dataSync()[0]; // 1
 */
export class FalseNegatives extends ConfusionConditionCount {
  static readonly className: string = 'FalseNegatives';

  constructor(options: ThresholdOptions = {}) {
    super(options, 'falseNegatives');
  }
}
