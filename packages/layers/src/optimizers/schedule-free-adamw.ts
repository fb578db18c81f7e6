import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber, notNegative } from '../registry/options';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface ScheduleFreeAdamWOptions extends OptimizerOptions {
  /** Share of the average in the point where gradients are taken. Default 0.9. */
  beta1?: number;
  /** Decay of the mean of squares. Default 0.999. */
  beta2?: number;
  /** Keeps the division from 0. Default 1e-8. */
  epsilon?: number;
  /** Steps in which the rate rises from 0. Default 0. */
  warmupSteps?: number;
}

/**
 * Adam without a schedule: gradients are taken between a fast sequence `z` and its running mean `x`.
 *
 * ```text
 * t <- t + 1;   rate = learningRate · min(t / warmupSteps, 1)
 * v <- v + (g² - v) · (1 - beta2)
 * x = (w - (1 - beta1) · z) / beta1
 * z <- z - rate · g / (sqrt(v / (1 - beta2^t)) + epsilon)
 * x <- (1 - 1/t) · x + z / t
 * w <- (1 - beta1) · z + beta1 · x
 * ```
 *
 * Defaults: learningRate 0.0025. Defazio et al. 2024, arXiv:2405.15682. Keras class: `keras.optimizers.ScheduleFreeAdamW`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new ScheduleFreeAdamW({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class ScheduleFreeAdamW extends Optimizer {
  static readonly className: string = 'ScheduleFreeAdamW';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly warmupSteps: number;
  #momenta: Weight[] = [];
  #velocities: Weight[] = [];
  #step: tf.Tensor | null = null;

  constructor(options: ScheduleFreeAdamWOptions = {}) {
    super({ learningRate: 0.0025, ...options }, ['beta1', 'beta2', 'epsilon', 'warmupSteps']);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.999;
    this.epsilon = options.epsilon ?? 1e-8;
    this.warmupSteps = options.warmupSteps ?? 0;
    expectNumber('ScheduleFreeAdamW', 'warmupSteps', this.warmupSteps, notNegative);
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      // The fast sequence starts where the weights are.
      const initializer = { initialize: () => tf.clone(weight.read()) };
      this.#momenta.push(this.addVariableLike(weight, 'momentum', initializer));
      this.#velocities.push(this.addVariableLike(weight, 'velocity'));
    }
  }

  protected override beginStep(): void {
    this.#step = tf.add(this.updates(), 1);
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const step = this.#step!;
    const z = this.slot(this.#momenta, weight);
    const v = this.slot(this.#velocities, weight);
    const rate =
      this.warmupSteps > 0 ? tf.mul(learningRate, tf.minimum(tf.div(step, this.warmupSteps), 1)) : learningRate;
    this.assign(v, tf.add(v.read(), tf.mul(tf.sub(tf.square(gradient), v.read()), 1 - Math.fround(this.beta2))));
    const mean = tf.div(v.read(), tf.sub(1, tf.pow(this.beta2, step)));
    const fast = tf.sub(z.read(), tf.div(tf.mul(gradient, rate), tf.add(tf.sqrt(mean), this.epsilon)));
    const average = tf.div(tf.sub(weight.read(), tf.mul(z.read(), 1 - Math.fround(this.beta1))), this.beta1);
    this.assign(z, fast);
    const share = tf.div(1, step);
    const next = tf.add(tf.mul(average, tf.sub(1, share)), tf.mul(fast, share));
    this.assign(weight, tf.add(tf.mul(fast, 1 - Math.fround(this.beta1)), tf.mul(next, this.beta1)));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      beta_1: this.beta1,
      beta_2: this.beta2,
      epsilon: this.epsilon,
      warmup_steps: this.warmupSteps,
    };
  }
}
