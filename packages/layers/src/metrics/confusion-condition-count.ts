import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { type ConfusionCounts, confusionCounts } from './confusion-counts';
import { Metric, type MetricArguments, type MetricOptions } from './metric';
import { areEven, thresholdList } from './thresholds';

export interface ThresholdOptions extends MetricOptions {
  /** From where on a prediction counts as positive; a list gives one result each. Default 0.5. */
  thresholds?: number | number[] | null;
}

/** Base of the four counts of a confusion matrix: true and false positives and negatives. */
export abstract class ConfusionConditionCount extends Metric {
  readonly #given: number | number[] | null;
  readonly #thresholds: number[];
  readonly #condition: keyof ConfusionCounts;
  readonly #count: Weight;

  constructor(options: ThresholdOptions, condition: keyof ConfusionCounts) {
    super(options, ['thresholds']);
    this.#given = options.thresholds ?? null;
    this.#thresholds = thresholdList(this.name, this.#given, 0.5);
    this.#condition = condition;
    this.#count = this.addVariable({ name: 'accumulator', shape: [this.#thresholds.length] });
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight }: MetricArguments = {}): void {
    const thresholds = this.#thresholds;
    tf.tidy(() => {
      const counts = confusionCounts(yTrue, yPred, { thresholds, even: areEven(thresholds), sampleWeight });
      this.#count.assignAdd(counts[this.#condition]);
    });
  }

  /** One number, or one for each threshold. */
  override result(): tf.Tensor {
    return this.#thresholds.length === 1 ? tf.reshape(this.#count.read(), []) : tf.clone(this.#count.read());
  }

  override getConfig(): Config {
    return { ...super.getConfig(), thresholds: this.#given };
  }
}
