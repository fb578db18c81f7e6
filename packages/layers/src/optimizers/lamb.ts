import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface LambOptions extends OptimizerOptions {
  /** Decay of the mean of the gradients. Default 0.9. */
  beta1?: number;
  /** Decay of the mean of their squares. Default 0.999. */
  beta2?: number;
  /** Keeps the division from 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * Adam whose step in each layer is scaled to the size of the layer's weights: for very large batches.
 *
 * ```text
 * t <- t + 1
 * m <- m + (g - m) · (1 - beta1);   v <- v + (g² - v) · (1 - beta2)
 * u = (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * r = ‖w‖ / ‖u‖, or 1 where one of them is 0
 * w <- w - r · learningRate · u
 * ```
 *
 * Defaults: learningRate 0.001. You et al. 2019, arXiv:1904.00962. Keras class: `keras.optimizers.Lamb`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(4) });
 * new Lamb({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 3.6
 */
export class Lamb extends Optimizer {
  static readonly className: string = 'Lamb';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  #momenta: Weight[] = [];
  #velocities: Weight[] = [];
  #corrections: [tf.Tensor, tf.Tensor] | null = null;

  constructor(options: LambOptions = {}) {
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
  }

  protected override beginStep(): void {
    const step = tf.add(this.updates(), 1);
    this.#corrections = [tf.sub(1, tf.pow(this.beta1, step)), tf.sub(1, tf.pow(this.beta2, step))];
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const m = this.slot(this.#momenta, weight);
    const v = this.slot(this.#velocities, weight);
    const [first, second] = this.#corrections!;
    this.assign(m, tf.add(m.read(), tf.mul(tf.sub(gradient, m.read()), 1 - this.beta1)));
    this.assign(v, tf.add(v.read(), tf.mul(tf.sub(tf.square(gradient), v.read()), 1 - this.beta2)));
    const divisor = tf.add(tf.sqrt(tf.div(v.read(), second)), this.epsilon);
    const update = tf.div(tf.div(m.read(), first), divisor);
    const weightNorm = normOf(weight.read());
    const updateNorm = normOf(update);
    const isScaled = tf.logicalAnd(tf.greater(weightNorm, 0), tf.greater(updateNorm, 0));
    const ratio = tf.where(isScaled, tf.div(weightNorm, updateNorm), tf.onesLike(weightNorm));
    this.assign(weight, tf.sub(weight.read(), tf.mul(update, tf.mul(ratio, learningRate))));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), beta_1: this.beta1, beta_2: this.beta2, epsilon: this.epsilon };
  }
}

function normOf(x: tf.Tensor): tf.Tensor {
  return tf.sqrt(tf.sum(tf.square(x)));
}
