import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import type { Config } from '../registry/config';
import { expectNumber, positiveInteger } from '../registry/options';
import type { Weight } from '../weight';
import { Metric, type MetricArguments, type MetricOptions } from './metric';

export interface CalibrationErrorOptions extends MetricOptions {
  /** How many classes of confidence there are. Default 15. */
  numBins?: number;
}

/**
 * Expected calibration error, `Σ share · |accuracy - confidence|` over bins of equal width of the largest probability.
 *
 * Targets are class numbers `[...]`; predictions probabilities `[..., classes]`. Guo et al. 2017, arXiv:1706.04599.
 *
 * @example
 * const metric = new CalibrationError({ numBins: 10 });
 * metric.updateState(tf.tensor1d([0, 1], 'int32'), tf.tensor2d([[0.75, 0.25], [0.75, 0.25]]));
 * metric.result().dataSync()[0]; // 0.25
 */
export class CalibrationError extends Metric {
  static readonly className: string = 'CalibrationError';
  readonly numBins: number;
  readonly #counts: Weight;
  readonly #confidences: Weight;
  readonly #hits: Weight;

  constructor(options: CalibrationErrorOptions = {}) {
    super(options, ['numBins'], 'calibration_error');
    this.numBins = options.numBins ?? 15;
    expectNumber('CalibrationError', 'numBins', this.numBins, positiveInteger);
    const shape = [this.numBins];
    this.#counts = this.addVariable({ name: 'counts', shape });
    this.#confidences = this.addVariable({ name: 'confidences', shape });
    this.#hits = this.addVariable({ name: 'hits', shape });
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight = null }: MetricArguments = {}): void {
    tf.tidy(() => {
      const labels = tf.reshape(tf.cast(yTrue, 'int32'), [-1]);
      const rows = tf.reshape(yPred, [-1, yPred.shape.at(-1)!]);
      const confidence = tf.max(rows, -1);
      const hit = asFloat(tf.equal(tf.argMax(rows, -1), labels));
      const bin = tf.clipByValue(tf.floor(tf.mul(confidence, this.numBins)), 0, this.numBins - 1);
      let bins: tf.Tensor = tf.oneHot(tf.cast(bin, 'int32') as tf.Tensor1D, this.numBins, 1, 0, 'float32');
      if (sampleWeight) bins = tf.mul(bins, tf.reshape(asFloat(sampleWeight), [-1, 1]));
      this.#counts.assignAdd(tf.sum(bins, 0));
      this.#confidences.assignAdd(tf.sum(tf.mul(bins, tf.expandDims(confidence, 1)), 0));
      this.#hits.assignAdd(tf.sum(tf.mul(bins, tf.expandDims(hit, 1)), 0));
    });
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      const gaps = tf.abs(tf.sub(this.#hits.read(), this.#confidences.read()));
      return tf.divNoNan(tf.sum(gaps), tf.sum(this.#counts.read()));
    });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), num_bins: this.numBins };
  }
}
