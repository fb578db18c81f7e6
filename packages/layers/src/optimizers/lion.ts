import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber } from '../registry/options';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface LionOptions extends OptimizerOptions {
  /** Share of the momentum in the step, above 0. Default 0.9. */
  beta1?: number;
  /** Decay of the momentum. Default 0.99. */
  beta2?: number;
}

/**
 * Steps of one size, by the sign of momentum and gradient: half the state of Adam.
 *
 * ```text
 * w <- w - learningRate · sign(beta1 · m + (1 - beta1) · g)
 * m <- beta2 · m + (1 - beta2) · g
 * ```
 *
 * Defaults: learningRate 0.001; it wants a rate 3 to 10 times smaller than Adam's and a decay as much larger.
 * Chen et al. 2023, arXiv:2302.06675. Keras class: `keras.optimizers.Lion`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Lion({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class Lion extends Optimizer {
  static readonly className: string = 'Lion';
  readonly beta1: number;
  readonly beta2: number;
  #momenta: Weight[] = [];

  constructor(options: LionOptions = {}) {
    super(options, ['beta1', 'beta2']);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.99;
    const allowed = { text: 'a number above 0 and up to 1', holds: (value: number) => value > 0 && value <= 1 };
    expectNumber('Lion', 'beta1', this.beta1, allowed);
  }

  protected override createVariables(weights: readonly Weight[]): void {
    this.#momenta = this.addVariables(weights, 'momentum');
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const m = this.slot(this.#momenta, weight);
    const mix = (beta: number) => tf.add(tf.mul(m.read(), beta), tf.mul(gradient, 1 - Math.fround(beta)));
    this.assign(weight, tf.sub(weight.read(), tf.mul(tf.sign(mix(this.beta1)), learningRate)));
    this.assign(m, mix(this.beta2));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), beta_1: this.beta1, beta_2: this.beta2 };
  }
}
