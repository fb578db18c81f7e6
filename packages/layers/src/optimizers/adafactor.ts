import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';

export interface AdafactorOptions extends OptimizerOptions {
  /** The decay of the mean of squares is `1 - t^beta2Decay`. Default -0.8. */
  beta2Decay?: number;
  /** Added to squared gradients. Default 1e-30. */
  epsilon1?: number;
  /** Least size a weight counts with. Default 1e-3. */
  epsilon2?: number;
  /** Largest root mean square of a step before it is scaled down. Default 1. */
  clipThreshold?: number;
  /** Whether the rate is at most `1 / sqrt(t)`. Default true. */
  relativeStep?: boolean;
}

/**
 * Adam for large matrices: it keeps the squares only as sums over rows and columns.
 *
 * ```text
 * t <- t + 1;   beta2 = 1 - t^beta2Decay;   s = g² + epsilon1
 * alpha = max(epsilon2, rms(w)) · min(learningRate, 1 / sqrt(t))
 * rank 2 and more:  r <- beta2 · r + (1 - beta2) · mean(s over columns)
 *                   c <- beta2 · c + (1 - beta2) · mean(s over rows)
 *                   v <- r / mean(r) · c
 * below:            v <- beta2 · v + (1 - beta2) · s
 * u = g / sqrt(v)
 * w <- w - alpha · u / max(1, rms(u) / clipThreshold)
 * ```
 *
 * Defaults: learningRate 0.001. Shazeer & Stern 2018, arXiv:1804.04235. Keras class: `keras.optimizers.Adafactor`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new Adafactor({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.9
 */
export class Adafactor extends Optimizer {
  static readonly className: string = 'Adafactor';
  readonly beta2Decay: number;
  readonly epsilon1: number;
  readonly epsilon2: number;
  readonly clipThreshold: number;
  readonly relativeStep: boolean;
  #rows: Weight[] = [];
  #columns: Weight[] = [];
  #velocities: Weight[] = [];
  #beta2: tf.Tensor | null = null;
  #rho: tf.Tensor | null = null;

  constructor(options: AdafactorOptions = {}) {
    super(options, ['beta2Decay', 'epsilon1', 'epsilon2', 'clipThreshold', 'relativeStep']);
    this.beta2Decay = options.beta2Decay ?? -0.8;
    this.epsilon1 = options.epsilon1 ?? 1e-30;
    this.epsilon2 = options.epsilon2 ?? 1e-3;
    this.clipThreshold = options.clipThreshold ?? 1;
    this.relativeStep = options.relativeStep ?? true;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      const { name, shape } = weight;
      if (shape.length < 2) {
        // Keras keeps two unused numbers here, so that all weights have three variables each.
        for (const unused of [this.#rows, this.#columns]) {
          unused.push(this.addVariable({ name, path: name, shape: [], dtype: 'int32' }));
        }
      } else {
        this.#rows.push(this.addVariable({ name, shape: shape.slice(0, -1) }));
        this.#columns.push(this.addVariable({ name, shape: [...shape.slice(0, -2), shape.at(-1)!] }));
      }
      this.#velocities.push(this.addVariableLike(weight, 'velocity'));
    }
  }

  protected override beginStep(learningRate: tf.Tensor): void {
    const step = tf.add(this.updates(), 1);
    this.#beta2 = tf.sub(1, tf.pow(step, this.beta2Decay));
    // As Keras computes it, with or without `relativeStep` (which bounds the same rate by the same number once more).
    this.#rho = tf.minimum(learningRate, tf.rsqrt(step));
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight): void {
    const v = this.slot(this.#velocities, weight);
    const squares = tf.add(tf.square(gradient), this.epsilon1);
    if (weight.shape.length < 2) {
      this.assign(v, this.#mean(v, squares));
    } else {
      const r = this.slot(this.#rows, weight);
      const c = this.slot(this.#columns, weight);
      this.assign(r, this.#mean(r, tf.mean(squares, -1)));
      this.assign(c, this.#mean(c, tf.mean(squares, -2)));
      const share = tf.div(r.read(), tf.mean(r.read(), -1, true));
      this.assign(v, tf.mul(tf.expandDims(share, -1), tf.expandDims(c.read(), -2)));
    }
    const update = tf.div(gradient, tf.sqrt(v.read()));
    const bounded = tf.div(update, tf.maximum(tf.div(rms(update), this.clipThreshold), 1));
    const alpha = tf.mul(tf.maximum(rms(weight.read()), this.epsilon2), this.#rho!);
    this.assign(weight, tf.sub(weight.read(), tf.mul(bounded, alpha)));
  }

  /** `beta2 · mean + (1 - beta2) · x`. */
  #mean(mean: Weight, x: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(mean.read(), this.#beta2!), tf.mul(x, tf.sub(1, this.#beta2!)));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      beta_2_decay: this.beta2Decay,
      epsilon_1: this.epsilon1,
      epsilon_2: this.epsilon2,
      clip_threshold: this.clipThreshold,
      relative_step: this.relativeStep,
    };
  }
}

function rms(x: tf.Tensor): tf.Tensor {
  return tf.sqrt(tf.mean(tf.square(x)));
}
