import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, fraction, positiveInteger } from '../registry/options';
import type { Weight } from '../weight';
import { getOptimizer, type OptimizerIdentifier } from './get-optimizer';
import { Optimizer } from './optimizer';
import type { LearningRate } from './optimizer-options';
import { serializeOptimizer } from './serialize-optimizer';

export interface LookaheadOptions {
  /** The optimizer that makes the fast steps: a name, a config or an instance. */
  innerOptimizer: OptimizerIdentifier;
  /** Fast steps to one slow one. Default 6. */
  syncPeriod?: number;
  /** How far a slow step follows the fast ones, 0 to 1. Default 0.5. */
  slowStepSize?: number;
  name?: string | null;
}

/**
 * Lets another optimizer run ahead, and follows it part of the way.
 *
 * ```text
 * each step:               w <- step of the inner optimizer
 * every syncPeriod steps:  s <- s + slowStepSize · (w - s);   w <- s
 * ```
 *
 * Zhang et al. 2019, arXiv:1907.08610. Not in Keras 3; the defaults are those of TensorFlow Addons.
 *
 * @example
 * const optimizer = new Lookahead({ innerOptimizer: new SGD({ learningRate: 1 }), syncPeriod: 1 });
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * optimizer.apply([tf.scalar(1)], [weight]);
 * weight.read().dataSync()[0]; // 0.5
 */
export class Lookahead extends Optimizer {
  static readonly className: string = 'Lookahead';
  readonly innerOptimizer: Optimizer;
  readonly syncPeriod: number;
  readonly slowStepSize: number;
  readonly #slow = new Map<Weight, Weight>();

  constructor(options: LookaheadOptions) {
    expectKnownOptions('Lookahead', options, ['innerOptimizer', 'syncPeriod', 'slowStepSize', 'name']);
    super({ name: options.name, learningRate: 0 });
    this.innerOptimizer = getOptimizer(options.innerOptimizer);
    this.syncPeriod = options.syncPeriod ?? 6;
    this.slowStepSize = options.slowStepSize ?? 0.5;
    expectNumber('Lookahead', 'syncPeriod', this.syncPeriod, positiveInteger);
    expectNumber('Lookahead', 'slowStepSize', this.slowStepSize, fraction);
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      const initializer = { initialize: () => tf.clone(weight.read()) };
      this.#slow.set(weight, this.addVariableLike(weight, 'slow', initializer));
    }
    this.innerOptimizer.build(weights);
  }

  override get variables(): Weight[] {
    return [...super.variables, ...this.innerOptimizer.variables];
  }

  override get learningRate(): number {
    return this.innerOptimizer.learningRate;
  }

  override set learningRate(rate: LearningRate) {
    this.innerOptimizer.learningRate = rate;
  }

  override apply(gradients: readonly (tf.Tensor | null)[], weights: readonly Weight[]): void {
    this.build(weights);
    this.innerOptimizer.apply(gradients, weights);
    tf.tidy(() => {
      const step = tf.add(this.iterations, tf.scalar(1, 'int32'));
      const isDue = tf.equal(tf.mod(step, tf.scalar(this.syncPeriod, 'int32')), tf.scalar(0, 'int32'));
      for (const weight of weights) {
        const slow = this.#slow.get(weight)!;
        const followed = tf.add(slow.read(), tf.mul(tf.sub(weight.read(), slow.read()), this.slowStepSize));
        weight.assign(tf.where(isDue, followed, weight.read()));
        slow.assign(tf.where(isDue, followed, slow.read()));
      }
      this.iterations.assign(step);
    });
  }

  /** The inner optimizer makes the steps. */
  protected override updateStep(): void {}

  override scaleLoss(loss: tf.Tensor): tf.Tensor {
    return this.innerOptimizer.scaleLoss(loss);
  }

  override get movingAverages(): ReadonlyMap<Weight, Weight> {
    return this.innerOptimizer.movingAverages;
  }

  override dispose(): void {
    super.dispose();
    this.innerOptimizer.dispose();
  }

  override getConfig(): Config {
    return {
      name: this.name,
      inner_optimizer: serializeOptimizer(this.innerOptimizer),
      sync_period: this.syncPeriod,
      slow_step_size: this.slowStepSize,
    };
  }
}
