import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import type { ThresholdOptions } from './confusion-condition-count';
import { confusionCounts } from './confusion-counts';
import { Metric, type MetricArguments } from './metric';
import { areEven, BELOW_ALL, thresholdList } from './thresholds';

export interface PositiveRateOptions extends ThresholdOptions {
  /** Only the largest predictions of a sample count as positive. Default null: all above the threshold. */
  topK?: number | null;
  /** Only this class is looked at. Default null: all. */
  classId?: number | null;
}

/** Base of precision and recall: true positives as a share of them and of one kind of error. */
export abstract class PositiveRate extends Metric {
  readonly topK: number | null;
  readonly classId: number | null;
  readonly #given: number | number[] | null;
  readonly #thresholds: number[];
  readonly #error: 'falsePositives' | 'falseNegatives';
  readonly #truePositives: Weight;
  readonly #errors: Weight;

  constructor(options: PositiveRateOptions, error: 'falsePositives' | 'falseNegatives') {
    super(options, ['thresholds', 'topK', 'classId']);
    this.topK = options.topK ?? null;
    this.classId = options.classId ?? null;
    this.#given = options.thresholds ?? null;
    this.#thresholds = thresholdList(this.name, this.#given, this.topK === null ? 0.5 : BELOW_ALL);
    this.#error = error;
    const shape = [this.#thresholds.length];
    this.#truePositives = this.addVariable({ name: 'true_positives', shape });
    const name = error === 'falsePositives' ? 'false_positives' : 'false_negatives';
    this.#errors = this.addVariable({ name, shape });
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight }: MetricArguments = {}): void {
    const { topK, classId } = this;
    const thresholds = this.#thresholds;
    tf.tidy(() => {
      const options = { thresholds, even: areEven(thresholds), topK, classId, sampleWeight };
      const counts = confusionCounts(yTrue, yPred, options);
      this.#truePositives.assignAdd(counts.truePositives);
      this.#errors.assignAdd(counts[this.#error]);
    });
  }

  /** One number, or one for each threshold. */
  override result(): tf.Tensor {
    return tf.tidy(() => {
      const all = tf.add(this.#truePositives.read(), this.#errors.read());
      const rate = tf.divNoNan(this.#truePositives.read(), all);
      return this.#thresholds.length === 1 ? tf.reshape(rate, []) : rate;
    });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), thresholds: this.#given, top_k: this.topK, class_id: this.classId };
  }
}
