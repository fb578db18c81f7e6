import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface AdamOptions extends OptimizerOptions {
  /** Decay of the mean of the gradients. Default 0.9. */
  beta1?: number;
  /** Decay of the mean of their squares. Default 0.999. */
  beta2?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
  /** Divides by the largest mean of squares so far. Default false. */
  amsgrad?: boolean;
}

/**
 * Adam: steps as long as the gradient is steady, short where it is noisy.
 *
 * ```text
 * t <- t + 1
 * alpha = learningRate · sqrt(1 - beta2^t) / (1 - beta1^t)
 * m <- m + (g - m) · (1 - beta1)
 * v <- v + (g² - v) · (1 - beta2)
 * w <- w - m · alpha / (sqrt(v) + epsilon)
 * ```
 *
 * With `amsgrad`, `vHat <- max(vHat, v)` stands for `v` in the last line. Defaults: learningRate 0.001.
 * Kingma & Ba 2014, arXiv:1412.6980, with the epsilon of its section 2.1. Keras class: `keras.optimizers.Adam`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Adam({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class Adam extends Optimizer {
  static readonly className: string = 'Adam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly amsgrad: boolean;
  #momenta: Weight[] = [];
  #velocities: Weight[] = [];
  #largestVelocities: Weight[] = [];
  #alpha: tf.Tensor | null = null;

  constructor(options: AdamOptions = {}) {
    super(options, ['beta1', 'beta2', 'epsilon', 'amsgrad']);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.999;
    this.epsilon = options.epsilon ?? 1e-7;
    this.amsgrad = options.amsgrad ?? false;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      this.#momenta.push(this.addVariableLike(weight, 'momentum'));
      this.#velocities.push(this.addVariableLike(weight, 'velocity'));
    }
    if (this.amsgrad) this.#largestVelocities = this.addVariables(weights, 'velocity_hat');
  }

  protected override beginStep(learningRate: tf.Tensor): void {
    const step = tf.add(this.updates(), 1);
    const correction = tf.div(tf.sqrt(tf.sub(1, tf.pow(this.beta2, step))), tf.sub(1, tf.pow(this.beta1, step)));
    this.#alpha = tf.mul(learningRate, correction);
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight): void {
    const m = this.slot(this.#momenta, weight);
    const v = this.slot(this.#velocities, weight);
    this.assign(m, tf.add(m.read(), tf.mul(tf.sub(gradient, m.read()), 1 - this.beta1)));
    this.assign(v, tf.add(v.read(), tf.mul(tf.sub(tf.square(gradient), v.read()), 1 - this.beta2)));
    let divisor = v;
    if (this.amsgrad) {
      divisor = this.slot(this.#largestVelocities, weight);
      this.assign(divisor, tf.maximum(divisor.read(), v.read()));
    }
    const change = tf.div(tf.mul(m.read(), this.#alpha!), tf.add(tf.sqrt(divisor.read()), this.epsilon));
    this.assign(weight, tf.sub(weight.read(), change));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      beta_1: this.beta1,
      beta_2: this.beta2,
      epsilon: this.epsilon,
      amsgrad: this.amsgrad,
    };
  }
}
