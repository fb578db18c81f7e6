import { ConfusionConditionCount, type ThresholdOptions } from './confusion-condition-count';

/**
 * Weighted count of targets of 1 that are predicted as 1.
 *
 * Keras class: `keras.metrics.TruePositives`.
 *
 * @example
 * const metric = new TruePositives();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([0.8, 0.9, 0.7, 0.1]));
 * metric.result().dataSync()[0]; // 2
 */
export class TruePositives extends ConfusionConditionCount {
  static readonly className: string = 'TruePositives';

  constructor(options: ThresholdOptions = {}) {
    super(options, 'truePositives');
  }
}
