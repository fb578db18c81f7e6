import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectNumber, fraction } from '../registry/options';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface SGDOptions extends OptimizerOptions {
  /** Share of the last step that is kept, 0 to 1. Default 0. */
  momentum?: number;
  /** Looks ahead along the momentum. Default false. */
  nesterov?: boolean;
}

/**
 * Gradient descent, with momentum if asked.
 *
 * ```text
 * without momentum:  w <- w - learningRate · g
 * with momentum:     m <- momentum · m - learningRate · g
 *                    w <- w + m
 *   and nesterov:    w <- w + momentum · m - learningRate · g
 * ```
 *
 * Defaults: learningRate 0.01. Keras class: `keras.optimizers.SGD`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new SGD({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.8
 */
export class SGD extends Optimizer {
  static readonly className: string = 'SGD';
  readonly momentum: number;
  readonly nesterov: boolean;
  #momenta: Weight[] = [];

  constructor(options: SGDOptions = {}) {
    super({ learningRate: 0.01, ...options }, ['momentum', 'nesterov']);
    this.momentum = options.momentum ?? 0;
    this.nesterov = options.nesterov ?? false;
    expectNumber('SGD', 'momentum', this.momentum, fraction);
  }

  protected override createVariables(weights: readonly Weight[]): void {
    if (this.momentum !== 0) this.#momenta = this.addVariables(weights, 'momentum');
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const descent = tf.mul(gradient, learningRate);
    if (this.momentum === 0) {
      this.assign(weight, tf.sub(weight.read(), descent));
      return;
    }
    const m = this.slot(this.#momenta, weight);
    const next = tf.sub(tf.mul(m.read(), this.momentum), descent);
    this.assign(m, next);
    const change = this.nesterov ? tf.sub(tf.mul(next, this.momentum), descent) : next;
    this.assign(weight, tf.add(weight.read(), change));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), momentum: this.momentum, nesterov: this.nesterov };
  }
}
