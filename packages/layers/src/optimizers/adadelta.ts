import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface AdadeltaOptions extends OptimizerOptions {
  /** Decay of both means. Default 0.95. */
  rho?: number;
  /** Keeps roots and division from 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * Steps measured in the size of earlier steps, so that the units of weight and gradient agree.
 *
 * ```text
 * a <- rho · a + (1 - rho) · g²
 * d = -g · sqrt(s + epsilon) / sqrt(a + epsilon)
 * s <- rho · s + (1 - rho) · d²
 * w <- w + learningRate · d
 * ```
 *
 * Defaults: learningRate 0.001; the paper has 1. Zeiler 2012, arXiv:1212.5701. Keras class: `keras.optimizers.Adadelta`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Adadelta({ learningRate: 1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9986
 */
export class Adadelta extends Optimizer {
  static readonly className: string = 'Adadelta';
  readonly rho: number;
  readonly epsilon: number;
  #gradients: Weight[] = [];
  #changes: Weight[] = [];

  constructor(options: AdadeltaOptions = {}) {
    super(options, ['rho', 'epsilon']);
    this.rho = options.rho ?? 0.95;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      this.#gradients.push(this.addVariableLike(weight, 'accumulated_grad'));
      this.#changes.push(this.addVariableLike(weight, 'accumulated_delta_var'));
    }
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const a = this.slot(this.#gradients, weight);
    const s = this.slot(this.#changes, weight);
    const root = (x: tf.Tensor) => tf.sqrt(tf.add(x, this.epsilon));
    this.assign(a, this.#mean(a, gradient));
    const change = tf.neg(tf.div(tf.mul(root(s.read()), gradient), root(a.read())));
    this.assign(s, this.#mean(s, change));
    this.assign(weight, tf.add(weight.read(), tf.mul(change, learningRate)));
  }

  /** `rho · mean + (1 - rho) · x²`. */
  #mean(mean: Weight, x: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(mean.read(), this.rho), tf.mul(tf.square(x), 1 - this.rho));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), rho: this.rho, epsilon: this.epsilon };
  }
}
