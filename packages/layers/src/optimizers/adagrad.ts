import * as tf from '@tensorflow/tfjs-core';
import { Constant } from '../initializers/constant';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface AdagradOptions extends OptimizerOptions {
  /** What the sum of squares starts from. Default 0.1. */
  initialAccumulatorValue?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * Each weight's own rate falls with all the gradients it has seen: suits sparse features.
 *
 * ```text
 * a <- a + g²
 * w <- w - learningRate · g / sqrt(a + epsilon)
 * ```
 *
 * Defaults: learningRate 0.001. Duchi et al. 2011. Keras class: `keras.optimizers.Adagrad`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class Adagrad extends Optimizer {
  static readonly className: string = 'Adagrad';
  readonly initialAccumulatorValue: number;
  readonly epsilon: number;
  #accumulators: Weight[] = [];

  constructor(options: AdagradOptions = {}) {
    super(options, ['initialAccumulatorValue', 'epsilon']);
    this.initialAccumulatorValue = options.initialAccumulatorValue ?? 0.1;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    const initializer = new Constant({ value: this.initialAccumulatorValue });
    this.#accumulators = this.addVariables(weights, 'accumulator', initializer);
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const a = this.slot(this.#accumulators, weight);
    this.assign(a, tf.add(a.read(), tf.square(gradient)));
    const change = tf.div(tf.mul(gradient, learningRate), tf.sqrt(tf.add(a.read(), this.epsilon)));
    this.assign(weight, tf.sub(weight.read(), change));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      initial_accumulator_value: this.initialAccumulatorValue,
      epsilon: this.epsilon,
    };
  }
}
