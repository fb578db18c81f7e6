import * as tf from '@tensorflow/tfjs-core';
import { Constant } from '../initializers/constant';
import type { Config } from '../registry/config';
import { expectNumber, notNegative } from '../registry/options';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface FtrlOptions extends OptimizerOptions {
  /** How the rate falls with the gradients seen, 0 or below; 0 for a constant rate. Default -0.5. */
  learningRatePower?: number;
  /** What the sum of squares starts from. Default 0.1. */
  initialAccumulatorValue?: number;
  /** Default 0. */
  l1RegularizationStrength?: number;
  /** Default 0. */
  l2RegularizationStrength?: number;
  /** A penalty on the weight's size, through the gradient. Default 0. */
  l2ShrinkageRegularizationStrength?: number;
  /** The paper's beta. Default 0. */
  beta?: number;
}

/**
 * Follow the regularized leader: with `l1` it leaves weights at exactly 0.
 *
 * ```text
 * l2 = l2RegularizationStrength + beta / (2 · learningRate);   p = -learningRatePower
 * g' = g + 2 · l2Shrinkage · w
 * a' = a + g²
 * z <- z + g' - (a'^p - a^p) / learningRate · w
 * q = a'^p / learningRate + 2 · l2
 * w <- (clip(z, -l1, l1) - z) / q;   a <- a'
 * ```
 *
 * Defaults: learningRate 0.001. McMahan et al. 2013. Keras class: `keras.optimizers.Ftrl`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Ftrl({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.7451
 */
export class Ftrl extends Optimizer {
  static readonly className: string = 'Ftrl';
  readonly learningRatePower: number;
  readonly initialAccumulatorValue: number;
  readonly l1RegularizationStrength: number;
  readonly l2RegularizationStrength: number;
  readonly l2ShrinkageRegularizationStrength: number;
  readonly beta: number;
  #accumulators: Weight[] = [];
  #linears: Weight[] = [];

  constructor(options: FtrlOptions = {}) {
    super(options, [
      'learningRatePower',
      'initialAccumulatorValue',
      'l1RegularizationStrength',
      'l2RegularizationStrength',
      'l2ShrinkageRegularizationStrength',
      'beta',
    ]);
    this.learningRatePower = options.learningRatePower ?? -0.5;
    this.initialAccumulatorValue = options.initialAccumulatorValue ?? 0.1;
    this.l1RegularizationStrength = options.l1RegularizationStrength ?? 0;
    this.l2RegularizationStrength = options.l2RegularizationStrength ?? 0;
    this.l2ShrinkageRegularizationStrength = options.l2ShrinkageRegularizationStrength ?? 0;
    this.beta = options.beta ?? 0;
    const notPositive = { text: 'a number not above 0', holds: (value: number) => value <= 0 };
    expectNumber('Ftrl', 'learningRatePower', this.learningRatePower, notPositive);
    for (const option of [
      'initialAccumulatorValue',
      'l1RegularizationStrength',
      'l2RegularizationStrength',
      'l2ShrinkageRegularizationStrength',
    ] as const) {
      expectNumber('Ftrl', option, this[option], notNegative);
    }
  }

  protected override createVariables(weights: readonly Weight[]): void {
    const initializer = new Constant({ value: this.initialAccumulatorValue });
    for (const weight of weights) {
      this.#accumulators.push(this.addVariableLike(weight, 'accumulator', initializer));
      this.#linears.push(this.addVariableLike(weight, 'linear'));
    }
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const a = this.slot(this.#accumulators, weight);
    const z = this.slot(this.#linears, weight);
    const w = weight.read();
    const root = (x: tf.Tensor) => tf.pow(x, -this.learningRatePower);
    const next = tf.add(a.read(), tf.square(gradient));
    const shrunk = tf.add(gradient, tf.mul(w, 2 * this.l2ShrinkageRegularizationStrength));
    const pull = tf.mul(tf.div(tf.sub(root(next), root(a.read())), learningRate), w);
    this.assign(z, tf.add(z.read(), tf.sub(shrunk, pull)));
    // 2 · l2 = 2 · l2RegularizationStrength + beta / learningRate
    const quadratic = tf.add(tf.div(tf.add(root(next), this.beta), learningRate), 2 * this.l2RegularizationStrength);
    const clipped = tf.clipByValue(z.read(), -this.l1RegularizationStrength, this.l1RegularizationStrength);
    this.assign(weight, tf.div(tf.sub(clipped, z.read()), quadratic));
    this.assign(a, next);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      learning_rate_power: this.learningRatePower,
      initial_accumulator_value: this.initialAccumulatorValue,
      l1_regularization_strength: this.l1RegularizationStrength,
      l2_regularization_strength: this.l2RegularizationStrength,
      l2_shrinkage_regularization_strength: this.l2ShrinkageRegularizationStrength,
      beta: this.beta,
    };
  }
}
