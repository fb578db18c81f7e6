import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface AdamaxOptions extends OptimizerOptions {
  /** Decay of the mean of the gradients. Default 0.9. */
  beta1?: number;
  /** Decay of the largest gradient. Default 0.999. */
  beta2?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * Adam with the largest recent gradient in place of the root of the mean square.
 *
 * ```text
 * t <- t + 1
 * m <- m + (g - m) · (1 - beta1)
 * u <- max(beta2 · u, |g|)
 * w <- w - learningRate · m / ((1 - beta1^t) · (u + epsilon))
 * ```
 *
 * Defaults: learningRate 0.001. Kingma & Ba 2014, arXiv:1412.6980, section 7.1. Keras class: `keras.optimizers.Adamax`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Adamax({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class Adamax extends Optimizer {
  static readonly className: string = 'Adamax';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  #momenta: Weight[] = [];
  #norms: Weight[] = [];
  #correction: tf.Tensor | null = null;

  constructor(options: AdamaxOptions = {}) {
    super(options, ['beta1', 'beta2', 'epsilon']);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.999;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      this.#momenta.push(this.addVariableLike(weight, 'momentum'));
      this.#norms.push(this.addVariableLike(weight, 'norm'));
    }
  }

  protected override beginStep(): void {
    this.#correction = tf.sub(1, tf.pow(this.beta1, tf.add(this.updates(), 1)));
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const m = this.slot(this.#momenta, weight);
    const u = this.slot(this.#norms, weight);
    this.assign(m, tf.add(m.read(), tf.mul(tf.sub(gradient, m.read()), 1 - this.beta1)));
    this.assign(u, tf.maximum(tf.mul(u.read(), this.beta2), tf.abs(gradient)));
    const divisor = tf.mul(this.#correction!, tf.add(u.read(), this.epsilon));
    this.assign(weight, tf.sub(weight.read(), tf.div(tf.mul(m.read(), learningRate), divisor)));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), beta_1: this.beta1, beta_2: this.beta2, epsilon: this.epsilon };
  }
}
