import * as tf from '@tensorflow/tfjs-core';
import { applyMask } from '../losses/reduce-weighted-values';
import { sparseCategoricalCrossentropy } from '../losses/sparse-categorical-crossentropy';
import type { Config } from '../registry/config';
import { MeanMetricWrapper } from './mean-metric-wrapper';
import type { MetricArguments, MetricOptions } from './metric';

export interface SparseCategoricalCrossentropyMetricOptions extends MetricOptions {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** A label that is left out. Default null: none. */
  ignoreClass?: number | null;
  /** The axis of the classes. Default -1. */
  axis?: number;
}

/**
 * Mean cross-entropy against whole-number labels.
 *
 * Keras class: `keras.metrics.SparseCategoricalCrossentropy`.
 *
 * @example
 * const metric = new SparseCategoricalCrossentropy({ fromLogits: true });
 * metric.updateState(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]]));
 * metric.result().dataSync()[0]; // 0.6931
 */
export class SparseCategoricalCrossentropy extends MeanMetricWrapper {
  static override readonly className: string = 'SparseCategoricalCrossentropy';
  readonly fromLogits: boolean;
  readonly ignoreClass: number | null;
  readonly axis: number;

  constructor(options: SparseCategoricalCrossentropyMetricOptions = {}) {
    const { fromLogits = false, ignoreClass = null, axis = -1 } = options;
    const terms = { fromLogits, ignoreClass, axis };
    super(
      (yTrue, yPred) => sparseCategoricalCrossentropy(yTrue, yPred, terms),
      options,
      ['fromLogits', 'ignoreClass', 'axis'],
      'sparse_categorical_crossentropy',
    );
    this.fromLogits = fromLogits;
    this.ignoreClass = ignoreClass;
    this.axis = axis;
  }

  /** As in Keras, a label is left out of the weights, so that without weights it counts as a loss of 0. */
  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => super.updateState(yTrue, yPred, this.#withoutIgnored(yTrue, yPred, options)));
  }

  #withoutIgnored(yTrue: tf.Tensor, yPred: tf.Tensor, options: MetricArguments): MetricArguments {
    if (this.ignoreClass === null || !options.sampleWeight) return options;
    const labels = yTrue.rank === yPred.rank ? tf.squeeze(yTrue, [-1]) : yTrue;
    const counted = tf.notEqual(tf.cast(labels, 'int32'), this.ignoreClass);
    return { ...options, sampleWeight: applyMask(options.sampleWeight, counted, 'sum') };
  }

  override getConfig(): Config {
    return { ...super.getConfig(), from_logits: this.fromLogits, ignore_class: this.ignoreClass, axis: this.axis };
  }
}
