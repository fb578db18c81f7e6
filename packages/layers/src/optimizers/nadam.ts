import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface NadamOptions extends OptimizerOptions {
  /** Decay of the mean of the gradients. Default 0.9. */
  beta1?: number;
  /** Decay of the mean of their squares. Default 0.999. */
  beta2?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
}

/** What all weights share in one step. */
interface Schedule {
  /** `u_t` and `u_{t+1}`. */
  now: tf.Tensor;
  next: tf.Tensor;
  /** `Πu` up to `u_t`. */
  product: tf.Tensor;
  /** `1 - beta2^t`. */
  correction: tf.Tensor;
}

/**
 * Adam with Nesterov's look ahead.
 *
 * ```text
 * t <- t + 1
 * u_t = beta1 · (1 - 0.96^t / 2);   Πu <- Πu · u_t
 * m <- m + (g - m) · (1 - beta1)
 * v <- v + (g² - v) · (1 - beta2)
 * mHat = u_{t+1} · m / (1 - Πu · u_{t+1}) + (1 - u_t) · g / (1 - Πu)
 * w <- w - learningRate · mHat / (sqrt(v / (1 - beta2^t)) + epsilon)
 * ```
 *
 * Defaults: learningRate 0.001. Dozat 2015. Keras class: `keras.optimizers.Nadam`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Nadam({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.8937
 */
export class Nadam extends Optimizer {
  static readonly className: string = 'Nadam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  #momenta: Weight[] = [];
  #velocities: Weight[] = [];
  #product: Weight | null = null;
  #schedule: Schedule | null = null;

  constructor(options: NadamOptions = {}) {
    super(options, ['beta1', 'beta2', 'epsilon']);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.999;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      this.#momenta.push(this.addVariableLike(weight, 'momentum'));
      this.#velocities.push(this.addVariableLike(weight, 'velocity'));
    }
    // Keras makes this one without a name, outside the optimizer's scope.
    const initializer = { initialize: () => tf.scalar(1) };
    this.#product = this.addVariable({ name: 'variable', path: 'variable', shape: [], initializer });
  }

  protected override beginStep(): void {
    const step = tf.add(this.updates(), 1);
    const growth = (at: tf.Tensor) => tf.sub(1, tf.mul(tf.pow(0.96, at), 0.5));
    const product = tf.mul(tf.mul(this.#product!.read(), this.beta1), growth(step));
    this.assign(this.#product!, product);
    this.#schedule = {
      now: tf.mul(growth(step), this.beta1),
      next: tf.mul(growth(tf.add(step, 1)), this.beta1),
      product,
      correction: tf.sub(1, tf.pow(this.beta2, step)),
    };
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const m = this.slot(this.#momenta, weight);
    const v = this.slot(this.#velocities, weight);
    const { now, next, product, correction } = this.#schedule!;
    // As in Keras 1 - beta is taken in float32, so that it errs as the correction `1 - beta2^t` does.
    this.assign(m, tf.add(m.read(), tf.mul(tf.sub(gradient, m.read()), 1 - Math.fround(this.beta1))));
    this.assign(v, tf.add(v.read(), tf.mul(tf.sub(tf.square(gradient), v.read()), 1 - Math.fround(this.beta2))));
    const mHat = tf.add(
      tf.div(tf.mul(next, m.read()), tf.sub(1, tf.mul(product, next))),
      tf.div(tf.mul(tf.sub(1, now), gradient), tf.sub(1, product)),
    );
    const divisor = tf.add(tf.sqrt(tf.div(v.read(), correction)), this.epsilon);
    this.assign(weight, tf.sub(weight.read(), tf.div(tf.mul(mHat, learningRate), divisor)));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), beta_1: this.beta1, beta_2: this.beta2, epsilon: this.epsilon };
  }
}
