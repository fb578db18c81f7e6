import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber } from '../registry/options';
import { areaUnderCurve, type Curve, type CurveSummation } from './area-under-curve';
import { ConfusionCurve, type CurveState } from './confusion-curve';
import type { MetricArguments, MetricOptions } from './metric';
import { areEven, evenThresholds, thresholdList } from './thresholds';

export interface AUCOptions extends MetricOptions {
  /** How many thresholds the curve is drawn with, its ends included. Default 200. */
  numThresholds?: number;
  /** `ROC` (true against false positive rate), `PR` (precision against recall) or `PRGAIN`. Default `ROC`. */
  curve?: Curve | 'roc' | 'pr' | 'prgain';
  /** How the area between two points is taken. Default `interpolation`. */
  summationMethod?: CurveSummation;
  /** Thresholds of your own between 0 and 1, in place of even ones. */
  thresholds?: number[] | null;
  /** Whether each label has its own curve, and the areas are averaged. Default false. */
  multiLabel?: boolean;
  /** Number of labels with `multiLabel`; by default told from the first batch. */
  numLabels?: number | null;
  /** A weight for each label. */
  labelWeights?: number[] | null;
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
}

const OWN_OPTIONS = [
  'numThresholds',
  'curve',
  'summationMethod',
  'thresholds',
  'multiLabel',
  'numLabels',
  'labelWeights',
  'fromLogits',
];

/**
 * Area under a curve drawn by moving the threshold from 0 to 1: for `ROC`, the chance that a positive sample scores above a
 * negative one.
 *
 * It is a sum over thresholds, so it is as fine as they are many. Keras class: `keras.metrics.AUC`.
 *
 * @example
 * const metric = new AUC({ numThresholds: 3 });
 * metric.updateState(tf.tensor1d([0, 0, 1, 1]), tf.tensor1d([0, 0.5, 0.3, 0.9]));
 * metric.result().dataSync()[0]; // 0.75
 */
export class AUC extends ConfusionCurve {
  static readonly className: string = 'AUC';
  readonly numThresholds: number;
  readonly curve: Curve;
  readonly summationMethod: CurveSummation;
  readonly multiLabel: boolean;
  readonly numLabels: number | null;
  readonly labelWeights: number[] | null;
  readonly fromLogits: boolean;
  readonly #ownThresholds: number[] | null;
  readonly #thresholds: number[];
  readonly #even: boolean;
  #state: CurveState | null = null;

  constructor(options: AUCOptions = {}) {
    super(options, OWN_OPTIONS, 'auc');
    this.#ownThresholds = options.thresholds
      ? thresholdList('AUC', options.thresholds, 0.5).sort((a, b) => a - b)
      : null;
    this.numThresholds = this.#ownThresholds ? this.#ownThresholds.length + 2 : (options.numThresholds ?? 200);
    const atLeastTwo = {
      text: 'an integer of 2 or more',
      holds: (count: number) => Number.isInteger(count) && count > 1,
    };
    expectNumber('AUC', 'numThresholds', this.numThresholds, atLeastTwo);
    const inner = this.#ownThresholds ?? evenThresholds(this.numThresholds).slice(1, -1);
    this.#even = this.#ownThresholds === null || areEven([0, ...inner, 1]);
    // The ends lie just outside, so that predictions of exactly 0 and 1 fall between them.
    this.#thresholds = [-1e-7, ...inner, 1 + 1e-7];
    this.curve = oneOf('curve', (options.curve ?? 'ROC').toUpperCase(), ['ROC', 'PR', 'PRGAIN'] as const);
    const method = (options.summationMethod ?? 'interpolation').toLowerCase();
    this.summationMethod = oneOf('summationMethod', method, ['interpolation', 'majoring', 'minoring'] as const);
    this.multiLabel = options.multiLabel ?? false;
    this.numLabels = options.numLabels ?? null;
    this.labelWeights = options.labelWeights ?? null;
    this.fromLogits = options.fromLogits ?? false;
    if (!this.multiLabel) this.#build(null);
    else if (this.numLabels !== null) this.#build(this.numLabels);
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight }: MetricArguments = {}): void {
    const { multiLabel } = this;
    tf.tidy(() => {
      const state = this.#build(yPred.shape.at(-1) ?? 1);
      const labelWeights = multiLabel ? null : this.#labelWeights();
      const options = { thresholds: this.#thresholds, even: this.#even, multiLabel, sampleWeight, labelWeights };
      this.count(state, yTrue, this.fromLogits ? tf.sigmoid(yPred) : yPred, options);
    });
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      if (!this.#state) return tf.scalar(0);
      const pieces = areaUnderCurve(this.#state, this.curve, this.summationMethod);
      if (!this.multiLabel) return tf.sum(pieces);
      const areas = tf.sum(pieces, 0);
      const weights = this.#labelWeights();
      return weights ? tf.divNoNan(tf.sum(tf.mul(areas, weights)), tf.sum(weights)) : tf.mean(areas);
    });
  }

  #labelWeights(): tf.Tensor | null {
    return this.labelWeights ? tf.tensor1d(this.labelWeights) : null;
  }

  #build(labels: number | null): CurveState {
    const shape = this.multiLabel ? [this.numThresholds, labels!] : [this.numThresholds];
    this.#state ??= this.addCounts(shape);
    return this.#state;
  }

  override getConfig(): Config {
    const config: Config = {
      ...super.getConfig(),
      num_thresholds: this.numThresholds,
      curve: this.curve,
      summation_method: this.summationMethod,
      multi_label: this.multiLabel,
      num_labels: this.numLabels,
      label_weights: this.labelWeights,
      from_logits: this.fromLogits,
    };
    return this.#ownThresholds ? { ...config, thresholds: this.#ownThresholds } : config;
  }
}

function oneOf<const T extends readonly string[]>(option: string, value: string, allowed: T): T[number] {
  if (allowed.includes(value)) return value;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'AUC',
    expected: `\`${option}\` must be one of '${allowed.join("', '")}'`,
    received: value,
    remedy: `Leave it out for '${allowed[0]}'.`,
  });
}
