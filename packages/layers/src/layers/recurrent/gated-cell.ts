// What the cells of SimpleRNN, LSTM, GRU and ConvLSTM share: their options, their dropout, and the product of the inputs.
import { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import {
  type Activation,
  type ActivationIdentifier,
  serializeActivation,
  sigmoid,
  tanh,
} from '../../activations/index';
import type { ConstraintIdentifier } from '../../constraints/index';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import { expectNumber, fraction } from '../../registry/options';
import type { RegularizerIdentifier } from '../../regularizers/index';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { activationOption } from '../checks';
import type { LayerOptions } from '../layer';
import {
  KERNEL_BIAS_OPTIONS,
  type KernelBiasOptions,
  type WeightSettings,
  weightOptionNames,
  weightSettings,
  weightSettingsConfig,
} from '../weight-settings';
import { type CellMasks, NO_MASKS, RNNCell } from './rnn-cell';
import { hasSequenceKernel, type SequenceKernel } from './whole-sequence';

/** Options that all gated cells and their layers have. */
export interface GatedCellOptions extends LayerOptions, KernelBiasOptions {
  /** Default `tanh`. */
  activation?: ActivationIdentifier | null;
  /** Default `orthogonal`. */
  recurrentInitializer?: InitializerIdentifier | null;
  recurrentRegularizer?: RegularizerIdentifier | null;
  recurrentConstraint?: ConstraintIdentifier | null;
  /** The part of the inputs that is dropped in training, the same at every step. Default 0. */
  dropout?: number;
  /** The part of the state that is dropped in training, the same at every step. Default 0. */
  recurrentDropout?: number;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/** The names of {@link GatedCellOptions}. */
export const GATED_CELL_OPTIONS = [
  'activation',
  ...KERNEL_BIAS_OPTIONS,
  ...weightOptionNames('recurrent'),
  'dropout',
  'recurrentDropout',
  'seed',
] as const;

/**
 * A cell whose inputs meet a kernel and whose state meets a recurrent kernel, for one gate or several.
 *
 * Dropout in training: one pattern for all gates, or, with `recurrentDropout` too, a pattern for each gate, as in Keras.
 */
export abstract class GatedCell extends RNNCell {
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelSettings: WeightSettings;
  readonly recurrentSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  readonly dropout: number;
  readonly recurrentDropout: number;
  readonly seed: number | null;
  /** Made in `build`, when something is dropped. */
  seedGenerator: SeedGenerator | null = null;
  declare kernel: Weight;
  declare recurrentKernel: Weight;
  declare bias: Weight | null;

  /** `gates` is into how many parts the kernels divide. */
  constructor(
    options: GatedCellOptions,
    ownOptions: readonly string[],
    readonly gates: number,
  ) {
    super(options, [...ownOptions, ...GATED_CELL_OPTIONS]);
    const { dropout = 0, recurrentDropout = 0 } = options;
    expectNumber(this.place, 'dropout', dropout, fraction);
    expectNumber(this.place, 'recurrentDropout', recurrentDropout, fraction);
    this.activation = activationOption(this.place, options.activation === undefined ? 'tanh' : options.activation);
    this.useBias = options.useBias ?? true;
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.recurrentSettings = weightSettings(this.place, options, 'recurrent', 'orthogonal');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.dropout = dropout;
    this.recurrentDropout = recurrentDropout;
    this.seed = options.seed ?? null;
  }

  /** The kernel's product with inputs whose last axis is the features. */
  protected abstract multiply(inputs: tf.Tensor, kernel: tf.Tensor): tf.Tensor;
  /** What is added to the product of the inputs, if anything. */
  protected abstract inputBias(): tf.Tensor | null;
  /** The shape of a state. */
  protected abstract stateShape(batchSize: number): number[];

  /** Whether a rate drops anything. Keras takes 1 for nothing in cells with gates. */
  protected drops(rate: number): boolean {
    return rate > 0 && rate < 1;
  }

  /** Makes what is random; called by `build`. */
  protected buildRandom(): void {
    if (this.dropout > 0 || this.recurrentDropout > 0) {
      this.seedGenerator ??= new SeedGenerator(this.seed === null ? {} : { seed: this.seed });
    }
  }

  override drawMasks(inputShape: readonly number[], training: boolean): CellMasks {
    if (!training || !this.seedGenerator) return NO_MASKS;
    const count = this.patterns();
    return {
      inputs: this.#draw(inputShape, this.dropout, count),
      recurrent: this.#draw(this.stateShape(inputShape[0] as number), this.recurrentDropout, count),
    };
  }

  /** How many patterns are drawn: one for all gates, or one each. */
  protected patterns(): number {
    return this.recurrentDropout > 0 ? this.gates : 1;
  }

  override project(given: tf.Tensor, masks: CellMasks): tf.Tensor {
    const inputs = asFloat(given);
    const { inputs: dropped } = masks as Exclude<CellMasks, readonly CellMasks[]>;
    const kernel = this.kernel.read();
    // Before the product, which can then add it to its result in one go.
    const bias = this.inputBias();
    const products =
      dropped.length > 1
        ? tf
            .split(kernel, this.gates, -1)
            .map((part, gate) => this.multiply(tf.mul(inputs, dropped[gate] as tf.Tensor), part))
        : [this.multiply(dropped[0] ? tf.mul(inputs, dropped[0]) : inputs, kernel)];
    const product = products.length > 1 ? tf.concat(products, -1) : (products[0] as tf.Tensor);
    return bias ? tf.add(product, bias) : product;
  }

  /** The state's product with the recurrent kernel or some of its gates, the parts of the state dropped that the masks say. */
  protected recurrentProduct(
    state: tf.Tensor,
    masks: CellMasks,
    multiply: (state: tf.Tensor, kernel: tf.Tensor) => tf.Tensor,
    gates: number = this.gates,
  ): tf.Tensor {
    const { recurrent } = masks as Exclude<CellMasks, readonly CellMasks[]>;
    const kernel = this.recurrentKernel.read();
    if (recurrent.length > 1) {
      const parts = tf.split(kernel, this.gates, -1).slice(0, gates);
      return tf.concat(
        parts.map((part, gate) => multiply(tf.mul(state, recurrent[gate] as tf.Tensor), part)),
        -1,
      );
    }
    const whole = gates === this.gates ? kernel : firstGates(kernel, gates, this.gates);
    return multiply(recurrent[0] ? tf.mul(state, recurrent[0]) : state, whole);
  }

  /**
   * What one kernel for all steps needs, or null where it cannot do what this cell does: it knows tanh and sigmoid, and drops
   * no states. Inputs are projected as always, what is dropped of them included.
   */
  protected projectWhole(
    kernel: SequenceKernel,
    sequence: tf.Tensor,
    masks: CellMasks,
    recurrentActivation: Activation,
  ): tf.Tensor | null {
    const { inputs, recurrent } = masks as Exclude<CellMasks, readonly CellMasks[]>;
    if (this.activation !== tanh || recurrentActivation !== sigmoid) return null;
    if (recurrent.length > 0 || sequence.dtype !== 'float32' || !hasSequenceKernel(kernel)) return null;
    // One pattern for all steps: the batch comes before the steps here.
    return this.project(sequence, { inputs: inputs.map((pattern) => tf.expandDims(pattern, 1)), recurrent });
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig({
        kernel: this.kernelSettings,
        recurrent: this.recurrentSettings,
        bias: this.biasSettings,
      }),
      dropout: this.dropout,
      recurrent_dropout: this.recurrentDropout,
      seed: this.seed,
    };
  }

  #draw(shape: readonly number[], rate: number, count: number): tf.Tensor[] {
    const { seedGenerator } = this;
    if (!this.drops(rate) || !seedGenerator) return [];
    return Array.from({ length: count }, () => {
      if (rate === 1) return tf.zeros([...shape]);
      const isKept = tf.greaterEqual(seedGenerator.uniform(shape), rate);
      return tf.mul(tf.cast(isKept, 'float32'), 1 / (1 - rate));
    });
  }
}

/** The first of the equal parts of a kernel's last axis. */
export function firstGates(kernel: tf.Tensor, gates: number, of: number): tf.Tensor {
  const last = kernel.shape.at(-1) as number;
  const size = [...kernel.shape.slice(0, -1), (last / of) * gates];
  return tf.slice(kernel, Array(kernel.rank).fill(0), size);
}

/** One step of `[batch, steps, units]`. */
export function stepOf(sequence: tf.Tensor, step: number): tf.Tensor {
  const [batch, , units] = sequence.shape as [number, number, number];
  return tf.reshape(tf.slice(sequence, [0, step, 0], [batch, 1, units]), [batch, units]);
}

/** `inputs · kernel` along the last axis, for one step or many. */
export function dense(inputs: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
  if (inputs.rank === 2) return tf.matMul(inputs as tf.Tensor2D, kernel as tf.Tensor2D);
  const rows = tf.reshape(inputs, [-1, inputs.shape.at(-1) as number]) as tf.Tensor2D;
  const product = tf.matMul(rows, kernel as tf.Tensor2D);
  return tf.reshape(product, [...inputs.shape.slice(0, -1), kernel.shape[1] as number]);
}
