import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface RMSpropOptions extends OptimizerOptions {
  /** Decay of the mean of squares. Default 0.9. */
  rho?: number;
  /** Share of the last step that is kept. Default 0. */
  momentum?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
  /** Divides by the variance rather than the mean square. Default false. */
  centered?: boolean;
}

/**
 * Gradients divided by the root of the mean of their recent squares.
 *
 * ```text
 * v <- rho · v + (1 - rho) · g²
 * centered:  a <- rho · a + (1 - rho) · g;  d = v - a² + epsilon      else  d = v + epsilon
 * step = learningRate · g / sqrt(d)
 * momentum:  m <- momentum · m + step;  w <- w - m                     else  w <- w - step
 * ```
 *
 * Defaults: learningRate 0.001. Hinton 2012, lecture 6. Keras class: `keras.optimizers.RMSprop`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new RMSprop({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.6838
 */
export class RMSprop extends Optimizer {
  static readonly className: string = 'RMSprop';
  readonly rho: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
  #velocities: Weight[] = [];
  #momenta: Weight[] = [];
  #averages: Weight[] = [];

  constructor(options: RMSpropOptions = {}) {
    super(options, ['rho', 'momentum', 'epsilon', 'centered']);
    this.rho = options.rho ?? 0.9;
    this.momentum = options.momentum ?? 0;
    this.epsilon = options.epsilon ?? 1e-7;
    this.centered = options.centered ?? false;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    this.#velocities = this.addVariables(weights, 'velocity');
    if (this.momentum > 0) this.#momenta = this.addVariables(weights, 'momentum');
    if (this.centered) this.#averages = this.addVariables(weights, 'average_gradient');
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const v = this.slot(this.#velocities, weight);
    this.assign(v, this.#mean(v, tf.square(gradient)));
    let divisor = tf.add(v.read(), this.epsilon);
    if (this.centered) {
      const a = this.slot(this.#averages, weight);
      this.assign(a, this.#mean(a, gradient));
      divisor = tf.add(tf.sub(v.read(), tf.square(a.read())), this.epsilon);
    }
    let step: tf.Tensor = tf.div(tf.mul(gradient, learningRate), tf.sqrt(divisor));
    if (this.momentum > 0) {
      const m = this.slot(this.#momenta, weight);
      step = tf.add(tf.mul(m.read(), this.momentum), step);
      this.assign(m, step);
    }
    this.assign(weight, tf.sub(weight.read(), step));
  }

  /** `rho · mean + (1 - rho) · x`. */
  #mean(mean: Weight, x: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(mean.read(), this.rho), tf.mul(x, 1 - this.rho));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      rho: this.rho,
      momentum: this.momentum,
      epsilon: this.epsilon,
      centered: this.centered,
    };
  }
}
