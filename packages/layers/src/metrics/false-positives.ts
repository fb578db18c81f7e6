import { ConfusionConditionCount, type ThresholdOptions } from './confusion-condition-count';

/**
 * Weighted count of targets of 0 that are predicted as 1.
 *
 * Keras class: `keras.metrics.FalsePositives`.
 *
 * @example
 * const metric = new FalsePositives();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([0.8, 0.9, 0.7, 0.1]));
 * metric.result().dataSync()[0]; // 1
 */
export class FalsePositives extends ConfusionConditionCount {
  static readonly className: string = 'FalsePositives';

  constructor(options: ThresholdOptions = {}) {
    super(options, 'falsePositives');
  }
}
