import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive, positiveInteger } from '../registry/options';
import type { Weight } from '../weight';
import { getOptimizer, type OptimizerIdentifier } from './get-optimizer';
import { Optimizer } from './optimizer';
import type { LearningRate } from './optimizer-options';
import { serializeOptimizer } from './serialize-optimizer';

export interface LossScaleOptimizerOptions {
  /** The optimizer that makes the steps: a name, a config or an instance. */
  innerOptimizer: OptimizerIdentifier;
  /** Default 32768. */
  initialScale?: number;
  /** After this many good steps in a row the scale is doubled. Default 2000. */
  dynamicGrowthSteps?: number;
  name?: string | null;
}

/**
 * Multiplies the loss by a large number, so that small gradients survive half precision, and divides the gradients again.
 *
 * A step whose gradients are not all finite changes nothing and halves the scale; after `dynamicGrowthSteps` good ones the
 * scale doubles. Micikevicius et al. 2017, arXiv:1710.03740. Keras class: `keras.optimizers.LossScaleOptimizer`.
 *
 * @example
 * const optimizer = new LossScaleOptimizer({ innerOptimizer: new SGD({ learningRate: 1 }), initialScale: 8 });
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * optimizer.apply([tf.scalar(4)], [weight]);
 * weight.read().dataSync()[0]; // 0.5
 */
export class LossScaleOptimizer extends Optimizer {
  static readonly className: string = 'LossScaleOptimizer';
  readonly innerOptimizer: Optimizer;
  readonly initialScale: number;
  readonly dynamicGrowthSteps: number;
  #goodSteps: Weight | null = null;
  #scale: Weight | null = null;

  constructor(options: LossScaleOptimizerOptions) {
    const names = ['innerOptimizer', 'initialScale', 'dynamicGrowthSteps', 'name'];
    expectKnownOptions('LossScaleOptimizer', options, names);
    super({ name: options.name, learningRate: 0 });
    this.innerOptimizer = getOptimizer(options.innerOptimizer);
    this.innerOptimizer.lossScaleFactor = null;
    this.initialScale = options.initialScale ?? 2 ** 15;
    this.dynamicGrowthSteps = options.dynamicGrowthSteps ?? 2000;
    expectNumber('LossScaleOptimizer', 'initialScale', this.initialScale, positive);
    expectNumber('LossScaleOptimizer', 'dynamicGrowthSteps', this.dynamicGrowthSteps, positiveInteger);
  }

  protected override createVariables(weights: readonly Weight[]): void {
    this.#goodSteps = this.addVariable({ name: 'step_counter', shape: [], dtype: 'int32' });
    const initializer = { initialize: () => tf.scalar(this.initialScale) };
    this.#scale = this.addVariable({ name: 'dynamic_scale', shape: [], initializer });
    this.innerOptimizer.build(weights);
  }

  override get variables(): Weight[] {
    return [...super.variables, ...this.innerOptimizer.variables];
  }

  override get iterations(): tf.Variable {
    // The base asks for it while it is being made, before there is an inner optimizer.
    return this.innerOptimizer ? this.innerOptimizer.iterations : super.iterations;
  }

  override get learningRate(): number {
    return this.innerOptimizer.learningRate;
  }

  override set learningRate(rate: LearningRate) {
    this.innerOptimizer.learningRate = rate;
  }

  override apply(gradients: readonly (tf.Tensor | null)[], weights: readonly Weight[]): void {
    this.build(weights);
    tf.tidy(() => {
      const scale = this.#scale!.read();
      const unscaled = gradients.map((gradient) => gradient && tf.div(gradient, scale));
      const sums = unscaled.flatMap((gradient) => (gradient ? [tf.all(tf.isFinite(gradient))] : []));
      const areFinite = sums.reduce((all, next) => tf.logicalAnd(all, next), tf.scalar(true, 'bool') as tf.Tensor);
      // The step is made in any case, and taken back where the gradients were not finite.
      const state = [...weights, ...this.innerOptimizer.variables];
      const before = state.map((variable) => tf.clone(variable.read()));
      this.innerOptimizer.apply(unscaled, weights);
      for (const [i, variable] of state.entries()) variable.assign(tf.where(areFinite, variable.read(), before[i]!));
      this.#adjust(areFinite);
    });
  }

  #adjust(areFinite: tf.Tensor): void {
    const count = this.#goodSteps!;
    const scale = this.#scale!;
    const isDue = tf.equal(count.read(), tf.scalar(this.dynamicGrowthSteps - 1, 'int32'));
    const zero = tf.scalar(0, 'int32');
    const grown = tf.where(isDue, zero, tf.add(count.read(), tf.scalar(1, 'int32')));
    const raised = tf.where(isDue, tf.mul(scale.read(), 2), scale.read());
    const lowered = tf.mul(scale.read(), 0.5);
    count.assign(tf.where(areFinite, grown, zero));
    scale.assign(tf.where(areFinite, raised, lowered));
  }

  /** The inner optimizer makes the steps. */
  protected override updateStep(): void {}

  override scaleLoss(loss: tf.Tensor): tf.Tensor {
    return this.#scale ? tf.mul(loss, this.#scale.read()) : tf.mul(loss, this.initialScale);
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
      initial_scale: this.initialScale,
      dynamic_growth_steps: this.dynamicGrowthSteps,
    };
  }
}
