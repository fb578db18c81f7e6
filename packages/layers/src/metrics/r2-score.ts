import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';
import type { Config } from '../registry/config';
import { expectNumber, notNegative } from '../registry/options';
import type { Weight } from '../weight';
import { Metric, type MetricArguments, type MetricOptions } from './metric';

export interface R2ScoreOptions extends MetricOptions {
  /** How the outputs' scores become one: their mean, their mean by variance, or null for one score per output. Default `uniform_average`. */
  classAggregation?: 'uniform_average' | 'variance_weighted_average' | null;
  /** Number of inputs, for the adjusted score; 0 for the plain one. Default 0. */
  numRegressors?: number;
}

interface Sums {
  squares: Weight;
  targets: Weight;
  residual: Weight;
  count: Weight;
}

/**
 * `1 - Σw(y - p)² / Σw(y - ȳ)²` per output: the share of the variance that is explained.
 *
 * With `n` numbers and `k` regressors the adjusted score is `1 - (1 - R²)·(n - 1) / (n - k - 1)`; where that has no meaning
 * the plain score stands. Inputs `[batch, outputs]`. Keras class: `keras.metrics.R2Score`.
 *
 * @example
 * const metric = new R2Score();
 * metric.updateState(tf.tensor2d([[1], [4], [3]]), tf.tensor2d([[2], [4], [4]]));
 * metric.result().dataSync()[0]; // 0.5714
 */
export class R2Score extends Metric {
  static readonly className: string = 'R2Score';
  readonly classAggregation: 'uniform_average' | 'variance_weighted_average' | null;
  readonly numRegressors: number;
  readonly #samples = this.addVariable({ name: 'num_samples', shape: [] });
  #sums: Sums | null = null;

  constructor(options: R2ScoreOptions = {}) {
    super(options, ['classAggregation', 'numRegressors'], 'r2_score');
    const { classAggregation = 'uniform_average', numRegressors = 0 } = options;
    if (!['uniform_average', 'variance_weighted_average', null].includes(classAggregation)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'R2Score',
        expected: "`classAggregation` must be 'uniform_average', 'variance_weighted_average' or null",
        received: classAggregation,
        remedy: "Leave it out for 'uniform_average'.",
      });
    }
    expectNumber('R2Score', 'numRegressors', numRegressors, notNegative);
    this.classAggregation = classAggregation;
    this.numRegressors = numRegressors;
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight = null }: MetricArguments = {}): void {
    tf.tidy(() => {
      const [target, prediction] = squeezeOrExpand(asFloat(yTrue), asFloat(yPred));
      const sums = this.#build(target);
      const given = sampleWeight ? asFloat(sampleWeight) : tf.scalar(1);
      const column = given.rank === 1 ? tf.expandDims(given, 1) : given;
      const weight = tf.broadcastTo(column, target.shape);
      const weighted = tf.mul(target, weight);
      sums.targets.assignAdd(tf.sum(weighted, 0));
      sums.squares.assignAdd(tf.sum(tf.mul(target, weighted), 0));
      sums.residual.assignAdd(tf.sum(tf.mul(tf.squaredDifference(target, prediction), weight), 0));
      sums.count.assignAdd(tf.sum(weight, 0));
      this.#samples.assignAdd(tf.scalar(target.size));
    });
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      const sums = this.#sums;
      if (!sums) return tf.scalar(0);
      const mean = tf.div(sums.targets.read(), sums.count.read());
      const total = tf.sub(sums.squares.read(), tf.mul(sums.targets.read(), mean));
      const raw = tf.sub(1, tf.div(sums.residual.read(), total));
      const scores = tf.where(tf.isInf(raw), tf.zerosLike(raw), raw);
      return this.#adjusted(this.#aggregated(scores, total));
    });
  }

  #aggregated(scores: tf.Tensor, total: tf.Tensor): tf.Tensor {
    if (this.classAggregation === null) return scores;
    if (this.classAggregation === 'uniform_average') return tf.mean(scores);
    return tf.div(tf.sum(tf.mul(total, scores)), tf.sum(total));
  }

  #adjusted(score: tf.Tensor): tf.Tensor {
    if (this.numRegressors === 0) return score;
    const freedom = tf.sub(this.#samples.read(), this.numRegressors + 1);
    const share = tf.div(tf.sub(this.#samples.read(), 1), freedom);
    const adjusted = tf.sub(1, tf.mul(tf.sub(1, score), share));
    return tf.where(tf.greater(freedom, 0), adjusted, score);
  }

  #build(target: tf.Tensor): Sums {
    if (this.#sums) return this.#sums;
    if (target.rank !== 2) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: `Metric '${this.name}'`,
        expected: 'targets of shape [batch, outputs]',
        received: target.shape,
        remedy: 'Reshape them; one output is [batch, 1].',
      });
    }
    const shape = [target.shape[1]!];
    const squares = this.addVariable({ name: 'squared_sum', shape });
    const targets = this.addVariable({ name: 'sum', shape });
    const residual = this.addVariable({ name: 'residual', shape });
    const count = this.addVariable({ name: 'count', shape });
    this.#sums = { squares, targets, residual, count };
    return this.#sums;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      class_aggregation: this.classAggregation,
      num_regressors: this.numRegressors,
    };
  }
}
