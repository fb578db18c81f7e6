import { PositiveRate, type PositiveRateOptions } from './positive-rate';

/**
 * `truePositives / (truePositives + falsePositives)`: how many of those called positive are so.
 *
 * Keras class: `keras.metrics.Precision`.
 *
 * @example
 * const metric = new Precision();
 * metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([1, 0, 1, 1]));
 * metric.result().dataSync()[0]; // 0.6667
 */
export class Precision extends PositiveRate {
  static readonly className: string = 'Precision';

  constructor(options: PositiveRateOptions = {}) {
    super(options, 'falsePositives');
  }
}
