import * as tf from '@tensorflow/tfjs-core';
import { cosineSimilarity } from '../losses/cosine-similarity';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricOptions } from './metric';

export interface CosineSimilarityMetricOptions extends MetricOptions {
  /** The axis of the vectors. Default -1. */
  axis?: number;
}

/**
 * Mean cosine of the angle between target and prediction: 1 for one direction. (The loss of this name is its negative.)
 *
 * Keras class: `keras.metrics.CosineSimilarity`. Like Keras's, its config does not hold `axis`.
 *
 * @example
 * const metric = new CosineSimilarity();
 * metric.updateState(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]]));
 * metric.result().dataSync()[0]; // 0.7071
 */
export class CosineSimilarity extends MeanMetricWrapper {
  static override readonly className: string = 'CosineSimilarity';

  constructor(options: CosineSimilarityMetricOptions = {}) {
    const { axis = -1 } = options;
    super((yTrue, yPred) => tf.neg(cosineSimilarity(yTrue, yPred, { axis })), options, ['axis'], 'cosine_similarity');
  }
}
