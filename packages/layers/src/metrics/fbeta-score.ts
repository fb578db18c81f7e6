import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from '../losses/probabilities';
import { asFloat } from '../losses/reduce-weighted-values';
import type { Config } from '../registry/config';
import { expectNumber, fraction, positive } from '../registry/options';
import type { Weight } from '../weight';
import { Metric, type MetricArguments, type MetricOptions } from './metric';

export interface F1ScoreOptions extends MetricOptions {
  /** How the classes' scores become one: over all counts together, their mean, their mean by class size; null keeps them. Default null. */
  average?: 'micro' | 'macro' | 'weighted' | null;
  /** From where on a prediction counts; null takes the largest of each sample. Default null. */
  threshold?: number | null;
}

export interface FBetaScoreOptions extends F1ScoreOptions {
  /** How much recall counts against precision. Default 1. */
  beta?: number;
}

interface Counts {
  truePositives: Weight;
  falsePositives: Weight;
  falseNegatives: Weight;
  targets: Weight;
}

/**
 * `(1 + beta²) · precision · recall / (beta² · precision + recall)` for each class.
 *
 * Inputs `[batch, classes]`, one-hot targets. Keras class: `keras.metrics.FBetaScore`.
 *
 * @example
 * const metric = new FBetaScore({ beta: 2, threshold: 0.5 });
 * metric.updateState(tf.tensor2d([[1, 1, 1], [1, 0, 0], [1, 1, 0]]), tf.tensor2d([[0.2, 0.6, 0.7], [0.2, 0.6, 0.6], [0.6, 0.8, 0]]));
 * metric.result().arraySync(); // [0.3846, 0.9091, 0.8333]
 */
export class FBetaScore extends Metric {
  static readonly className: string = 'FBetaScore';
  readonly average: 'micro' | 'macro' | 'weighted' | null;
  readonly beta: number;
  readonly threshold: number | null;
  #counts: Counts | null = null;

  constructor(options: FBetaScoreOptions = {}, ownOptions: readonly string[] = ['beta'], defaultName = 'fbeta_score') {
    super(options, ['average', 'threshold', ...ownOptions], defaultName);
    this.average = options.average ?? null;
    this.beta = options.beta ?? 1;
    this.threshold = options.threshold ?? null;
    expectNumber(this.name, 'beta', this.beta, positive);
    if (this.threshold !== null) expectNumber(this.name, 'threshold', this.threshold, fraction);
    if (['micro', 'macro', 'weighted', null].includes(this.average)) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.name,
      expected: "`average` must be 'micro', 'macro', 'weighted' or null",
      received: this.average,
      remedy: 'Leave it out for one score per class.',
    });
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight = null }: MetricArguments = {}): void {
    tf.tidy(() => {
      const counts = this.#build(yPred);
      const target = asFloat(yTrue);
      const predicted = this.#predicted(asFloat(yPred));
      const weight = sampleWeight ? tf.expandDims(asFloat(sampleWeight), 1) : null;
      const add = (variable: Weight, values: tf.Tensor) => {
        const weighted = weight ? tf.mul(values, weight) : values;
        variable.assignAdd(this.average === 'micro' ? tf.sum(weighted) : tf.sum(weighted, 0));
      };
      add(counts.truePositives, tf.mul(predicted, target));
      add(counts.falsePositives, tf.mul(predicted, tf.sub(1, target)));
      add(counts.falseNegatives, tf.mul(tf.sub(1, predicted), target));
      add(counts.targets, target);
    });
  }

  /** 1 where a class is predicted: above the threshold, or the largest of its sample unless that is 0. */
  #predicted(yPred: tf.Tensor): tf.Tensor {
    if (this.threshold !== null) return asFloat(tf.greater(yPred, this.threshold));
    const isLargest = tf.greaterEqual(yPred, tf.max(yPred, -1, true));
    return asFloat(tf.logicalAnd(isLargest, tf.greater(tf.abs(yPred), 1e-9)));
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      if (!this.#counts) return tf.scalar(0);
      const { truePositives, falsePositives, falseNegatives, targets } = this.#counts;
      const rate = (errors: Weight) =>
        tf.div(truePositives.read(), tf.add(tf.add(truePositives.read(), errors.read()), EPSILON));
      const precision = rate(falsePositives);
      const recall = rate(falseNegatives);
      const square = this.beta ** 2;
      const sum = tf.add(tf.add(tf.mul(precision, square), recall), EPSILON);
      const scores = tf.mul(tf.div(tf.mul(precision, recall), sum), 1 + square);
      if (this.average === null) return scores;
      if (this.average !== 'weighted') return tf.mean(scores);
      const weights = tf.div(targets.read(), tf.add(tf.sum(targets.read()), EPSILON));
      return tf.sum(tf.mul(scores, weights));
    });
  }

  #build(yPred: tf.Tensor): Counts {
    if (this.#counts) return this.#counts;
    if (yPred.rank !== 2) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: `Metric '${this.name}'`,
        expected: 'predictions of shape [batch, classes]',
        received: yPred.shape,
        remedy: 'Give one-hot targets and one prediction per class.',
      });
    }
    const shape = this.average === 'micro' ? [] : [yPred.shape[1]!];
    const truePositives = this.addVariable({ name: 'true_positives', shape });
    const falsePositives = this.addVariable({ name: 'false_positives', shape });
    const falseNegatives = this.addVariable({ name: 'false_negatives', shape });
    const targets = this.addVariable({ name: 'intermediate_weights', shape });
    this.#counts = { truePositives, falsePositives, falseNegatives, targets };
    return this.#counts;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), average: this.average, beta: this.beta, threshold: this.threshold };
  }
}
