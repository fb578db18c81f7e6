import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import type { OptimizerOptions } from './optimizer-options';
import { orthogonalize } from './orthogonalize';

export interface MuonOptions extends OptimizerOptions {
  /** Adam's decays and weight decay, for weights that are not matrices. Defaults 0.9, 0.999, 0.004. */
  adamBeta1?: number;
  adamBeta2?: number;
  adamWeightDecay?: number | null;
  /** Keeps Adam's division from 0. Default 1e-7. */
  epsilon?: number;
  /** Regular expressions of weight paths that Adam takes too. Default none. */
  excludeLayers?: string[] | null;
  /** Whether Adam takes weights with `embedding` in their path. Default true. */
  excludeEmbeddings?: boolean;
  /** Coefficients of the Newton-Schulz iteration. Defaults 3.4445, -4.775, 2.0315. */
  muonA?: number;
  muonB?: number;
  muonC?: number;
  /** Adam's rate as a share of `learningRate`. Default 1. */
  adamLrRatio?: number;
  /** Share of the momentum that is kept. Default 0.95. */
  momentum?: number;
  /** Steps of the Newton-Schulz iteration. Default 5. */
  nsSteps?: number;
  /** Looks ahead along the momentum. Default true. */
  nesterov?: boolean;
  /** Scales a step to Adam's usual size; null leaves it. Default 0.2. */
  rmsRate?: number | null;
}

const OWN_OPTIONS = [
  'adamBeta1',
  'adamBeta2',
  'adamWeightDecay',
  'epsilon',
  'excludeLayers',
  'excludeEmbeddings',
  'muonA',
  'muonB',
  'muonC',
  'adamLrRatio',
  'momentum',
  'nsSteps',
  'nesterov',
  'rmsRate',
];

/**
 * Momentum whose every direction is made equally strong, for matrices; Adam for all other weights.
 *
 * ```text
 * matrices:  m <- momentum · m + g
 *            x = g + momentum · m if nesterov, else m
 *            w <- w - learningRate · orthogonalize(x) · sqrt(max(rows, columns)) · rmsRate
 * others:    Adam with rate learningRate · adamLrRatio
 * ```
 *
 * Defaults: learningRate 0.001, weightDecay 0.004. Jordan et al. 2024; Liu et al. 2025, arXiv:2502.16982.
 * Keras class: `keras.optimizers.Muon`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [2, 2], value: tf.zeros([2, 2]) });
 * new Muon({ learningRate: 0.1 }).apply([tf.eye(2)], [weight]);
 */
export class Muon extends Optimizer {
  static readonly className: string = 'Muon';
  readonly adamBeta1: number;
  readonly adamBeta2: number;
  readonly adamWeightDecay: number | null;
  readonly epsilon: number;
  readonly excludeLayers: string[];
  readonly excludeEmbeddings: boolean;
  readonly muonA: number;
  readonly muonB: number;
  readonly muonC: number;
  readonly adamLrRatio: number;
  readonly momentum: number;
  readonly nsSteps: number;
  readonly nesterov: boolean;
  readonly rmsRate: number | null;
  #momenta: Weight[] = [];
  /** Adam's; a weight that has none is Muon's. */
  readonly #velocities = new Map<Weight, Weight>();
  #alpha: tf.Tensor | null = null;

  constructor(options: MuonOptions = {}) {
    super({ ...options, weightDecay: options.weightDecay === undefined ? 0.004 : options.weightDecay }, OWN_OPTIONS);
    this.adamBeta1 = options.adamBeta1 ?? 0.9;
    this.adamBeta2 = options.adamBeta2 ?? 0.999;
    this.adamWeightDecay = options.adamWeightDecay === undefined ? 0.004 : options.adamWeightDecay;
    this.epsilon = options.epsilon ?? 1e-7;
    this.excludeLayers = options.excludeLayers ?? [];
    this.excludeEmbeddings = options.excludeEmbeddings ?? true;
    this.muonA = options.muonA ?? 3.4445;
    this.muonB = options.muonB ?? -4.775;
    this.muonC = options.muonC ?? 2.0315;
    this.adamLrRatio = options.adamLrRatio ?? 1;
    this.momentum = options.momentum ?? 0.95;
    this.nsSteps = options.nsSteps ?? 5;
    this.nesterov = options.nesterov ?? true;
    this.rmsRate = options.rmsRate === undefined ? 0.2 : options.rmsRate;
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) {
      this.#momenta.push(this.addVariableLike(weight, 'momentum'));
      if (this.#isForAdam(weight)) this.#velocities.set(weight, this.addVariableLike(weight, 'velocity'));
    }
  }

  protected override weightDecayOf(weight: Weight): number | null {
    return this.#isForAdam(weight) ? this.adamWeightDecay : this.weightDecay;
  }

  protected override beginStep(learningRate: tf.Tensor): void {
    const step = tf.add(this.updates(), 1);
    const [first, second] = [this.adamBeta1, this.adamBeta2].map((beta) => tf.sub(1, tf.pow(beta, step)));
    this.#alpha = tf.mul(tf.mul(learningRate, this.adamLrRatio), tf.div(tf.sqrt(second!), first!));
  }

  protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void {
    const m = this.slot(this.#momenta, weight);
    const v = this.#velocities.get(weight);
    if (v) this.#adamStep(gradient, weight, m, v);
    else this.#muonStep(gradient, weight, m, learningRate);
  }

  #muonStep(gradient: tf.Tensor, weight: Weight, m: Weight, learningRate: tf.Tensor): void {
    const next = tf.add(tf.mul(m.read(), this.momentum), gradient);
    this.assign(m, next);
    const direction = this.nesterov ? tf.add(gradient, tf.mul(next, this.momentum)) : next;
    const coefficients = [this.muonA, this.muonB, this.muonC] as const;
    const update = orthogonalize(direction as tf.Tensor2D, { coefficients, steps: this.nsSteps });
    const scale = this.rmsRate === null ? 1 : Math.sqrt(Math.max(...weight.shape)) * this.rmsRate;
    this.assign(weight, tf.sub(weight.read(), tf.mul(tf.mul(update, learningRate), scale)));
  }

  #adamStep(gradient: tf.Tensor, weight: Weight, m: Weight, v: Weight): void {
    this.assign(m, tf.add(m.read(), tf.mul(tf.sub(gradient, m.read()), 1 - this.adamBeta1)));
    this.assign(v, tf.add(v.read(), tf.mul(tf.sub(tf.square(gradient), v.read()), 1 - this.adamBeta2)));
    const change = tf.div(tf.mul(m.read(), this.#alpha!), tf.add(tf.sqrt(v.read()), this.epsilon));
    this.assign(weight, tf.sub(weight.read(), change));
  }

  #isForAdam(weight: Weight): boolean {
    if (weight.shape.length !== 2) return true;
    if (this.excludeEmbeddings && weight.path.toLowerCase().includes('embedding')) return true;
    return this.excludeLayers.some((pattern) => new RegExp(pattern).test(weight.path));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      adam_beta_1: this.adamBeta1,
      adam_beta_2: this.adamBeta2,
      epsilon: this.epsilon,
      exclude_layers: this.excludeLayers,
      muon_a: this.muonA,
      muon_b: this.muonB,
      muon_c: this.muonC,
      adam_lr_ratio: this.adamLrRatio,
      momentum: this.momentum,
      ns_steps: this.nsSteps,
      nesterov: this.nesterov,
      exclude_embeddings: this.excludeEmbeddings,
      adam_weight_decay: this.adamWeightDecay,
      rms_rate: this.rmsRate,
    };
  }
}
