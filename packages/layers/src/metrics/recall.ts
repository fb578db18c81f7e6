import { PositiveRate, type PositiveRateOptions } from './positive-rate';

/**
 * `truePositives / (truePositives + falseNegatives)`: how many of the positive ones are found.
 *
 * Keras class: `keras.metrics.Recall`.
 *
 * @example
 * const metric = new Recall();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([1, 0, 1, 1]));
 * metric.result().dataSync()[0]; // 0.6667
 */
export class Recall extends PositiveRate {
  static readonly className: string = 'Recall';

  constructor(options: PositiveRateOptions = {}) {
    super(options, 'falseNegatives');
  }
}
