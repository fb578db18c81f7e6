import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber, fraction, positiveInteger } from '../registry/options';
import { ConfusionCurve, type CurveState, share } from './confusion-curve';
import type { MetricArguments, MetricOptions } from './metric';
import { evenThresholds } from './thresholds';

export interface AtConstraintOptions extends MetricOptions {
  /** How many thresholds from 0 to 1 are tried. Default 200. */
  numThresholds?: number;
  /** Only this class is looked at. Default null: all. */
  classId?: number | null;
}

type Rate = 'sensitivity' | 'specificity' | 'precision';

/**
 * Base of "the best this can be while that is at least so much": the largest rate over all thresholds at which another rate
 * reaches a value.
 */
export abstract class AtConstraint extends ConfusionCurve {
  readonly numThresholds: number;
  readonly classId: number | null;
  readonly #best: Rate;
  readonly #constrained: Rate;
  readonly #least: number;
  readonly #option: string;
  readonly #thresholds: number[];
  readonly #state: CurveState;

  constructor(
    options: AtConstraintOptions,
    { best, constrained, least, option }: { best: Rate; constrained: Rate; least: number; option: string },
  ) {
    super(options, [option, 'numThresholds', 'classId']);
    this.numThresholds = options.numThresholds ?? 200;
    this.classId = options.classId ?? null;
    expectNumber(this.name, option, least, fraction);
    expectNumber(this.name, 'numThresholds', this.numThresholds, positiveInteger);
    this.#best = best;
    this.#constrained = constrained;
    this.#least = least;
    this.#option = option;
    this.#thresholds = this.numThresholds === 1 ? [0.5] : evenThresholds(this.numThresholds);
    this.#state = this.addCounts([this.numThresholds]);
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight }: MetricArguments = {}): void {
    const { classId } = this;
    const even = this.numThresholds > 1;
    tf.tidy(() => this.count(this.#state, yTrue, yPred, { thresholds: this.#thresholds, even, classId, sampleWeight }));
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      const isEnough = tf.greaterEqual(this.#rate(this.#constrained), this.#least);
      const best = this.#rate(this.#best);
      return tf.max(tf.where(isEnough, best, tf.zerosLike(best)));
    });
  }

  #rate(rate: Rate): tf.Tensor {
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = this.#state;
    if (rate === 'sensitivity') return share(truePositives, falseNegatives);
    return rate === 'specificity' ? share(trueNegatives, falsePositives) : share(truePositives, falsePositives);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      class_id: this.classId,
      num_thresholds: this.numThresholds,
      [this.#option]: this.#least,
    };
  }
}
