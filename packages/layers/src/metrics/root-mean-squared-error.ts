import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';
import { RunningMean } from './mean';
import type { MetricArguments, MetricOptions } from './metric';

/**
 * `√mean((yPred - yTrue)²)`, the root taken once over all samples.
 *
 * Keras class: `keras.metrics.RootMeanSquaredError`.
 *
 * @example
 * const metric = new RootMeanSquaredError();
 * metric.updateState(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [0, 0]]));
 * metric.result().dataSync()[0]; // 0.5
 */
export class RootMeanSquaredError extends RunningMean {
  static readonly className: string = 'RootMeanSquaredError';

  constructor(options: MetricOptions = {}) {
    super(options, [], 'root_mean_squared_error');
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => {
      const [target, prediction] = squeezeOrExpand(asFloat(yTrue), asFloat(yPred));
      this.accumulate(tf.squaredDifference(prediction, target), options);
    });
  }

  override result(): tf.Tensor {
    return tf.tidy(() => tf.sqrt(super.result()));
  }
}
