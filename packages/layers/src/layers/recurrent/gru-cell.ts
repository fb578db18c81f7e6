import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { activationOption, expectPositiveInteger } from '../checks';
import { dense, GatedCell, type GatedCellOptions, stepOf } from './gated-cell';
import type { CellMasks, CellStep, Scan, SequenceSettings, States } from './rnn-cell';
import { gruSequence } from './whole-sequence';

export interface GRUCellOptions extends GatedCellOptions {
  /** The length of the output and of the state. */
  units: number;
  /** Of the two gates. Default `sigmoid`. */
  recurrentActivation?: ActivationIdentifier | null;
  /** Whether the reset gate acts after the product with the recurrent kernel (as in cuDNN) or before it. Default true. */
  resetAfter?: boolean;
}

/**
 * One step of `GRU`, with update gate `z`, reset gate `r` and candidate `g`: `h' = z * h + (1 - z) * g`,
 * `g = tanh(x · Wg + r * (h · Ug + b))` with `resetAfter`, or else `g = tanh(x · Wg + (r * h) · Ug)`.
 * The kernels hold the gates in the order z, r, g; with `resetAfter` inputs and state have a row of the bias each.
 *
 * Shapes: input `[batch, features]`, state and output `[batch, units]`. Cho et al. 2014. Keras class: `keras.layers.GRUCell`.
 *
 * @example
 * const cell = new GRUCell({ units: 4 });
 * const [output] = cell.apply<tf.Tensor[]>(tf.ones([2, 3]), { states: [tf.zeros([2, 4])] });
 * output.shape; // [2, 4]
 */
export class GRUCell extends GatedCell {
  static override readonly className: string = 'GRUCell';
  readonly units: number;
  readonly stateSize: number;
  readonly recurrentActivation: Activation;
  readonly resetAfter: boolean;

  constructor(options: GRUCellOptions) {
    super(options, ['units', 'recurrentActivation', 'resetAfter'], 3);
    expectPositiveInteger(this.place, 'units', options.units, 64);
    const { recurrentActivation = 'sigmoid' } = options;
    this.units = options.units;
    this.stateSize = options.units;
    this.recurrentActivation = activationOption(this.place, recurrentActivation, 'recurrentActivation');
    this.resetAfter = options.resetAfter ?? true;
  }

  override build(inputShape: Shape): void {
    const { units } = this;
    const length = units * 3;
    const biasShape = this.resetAfter ? [2, length] : [length];
    this.kernel = this.addWeight({
      name: 'kernel',
      shape: [inputShape.at(-1) as number, length],
      ...this.kernelSettings,
    });
    this.recurrentKernel = this.addWeight({
      name: 'recurrent_kernel',
      shape: [units, length],
      ...this.recurrentSettings,
    });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: biasShape, ...this.biasSettings }) : null;
    this.buildRandom();
  }

  override recur(projected: tf.Tensor, [state]: States, masks: CellMasks): CellStep {
    const hidden = state as tf.Tensor;
    const { z, candidate } = this.resetAfter
      ? this.#resetAfter(projected, hidden, masks)
      : this.#resetBefore(projected, hidden, masks);
    // h' = z * h + (1 - z) * g = g + z * (h - g)
    const output = tf.add(candidate, tf.mul(z, tf.sub(hidden, candidate)));
    return { output, states: [output] };
  }

  override recurWhole(
    sequence: tf.Tensor,
    states: States,
    masks: CellMasks,
    { goBackwards, returnSequences, returnState }: SequenceSettings,
  ): Scan | null {
    // A class that takes its steps in another way takes them one by one.
    if (!this.resetAfter || this.recur !== GRUCell.prototype.recur) return null;
    const projected = this.projectWhole('GRUSequence', sequence, masks, this.recurrentActivation);
    if (!projected) return null;
    const parts = {
      projected,
      recurrentKernel: this.recurrentKernel.read(),
      recurrentBias: this.bias ? this.#biasRow(1) : null,
      hidden: states[0] as tf.Tensor,
    };
    const returns = returnSequences ? 'sequence' : 'last';
    const output = gruSequence(parts, { returns, backwards: goBackwards });
    if (!returnState) return { output, states: [] };
    return { output, states: [returnSequences ? stepOf(output, (sequence.shape[1] as number) - 1) : output] };
  }

  #resetAfter(projected: tf.Tensor, hidden: tf.Tensor, masks: CellMasks): { z: tf.Tensor; candidate: tf.Tensor } {
    const product = this.recurrentProduct(hidden, masks, dense);
    const recurrent = this.bias ? tf.add(product, this.#biasRow(1)) : product;
    const [x, xg] = this.#gatesAndCandidate(projected);
    const [h, hg] = this.#gatesAndCandidate(recurrent);
    const [z, r] = tf.split(this.recurrentActivation(tf.add(x, h)), 2, -1) as [tf.Tensor, tf.Tensor];
    return { z, candidate: this.activation(tf.add(xg, tf.mul(r, hg))) };
  }

  #resetBefore(projected: tf.Tensor, hidden: tf.Tensor, masks: CellMasks): { z: tf.Tensor; candidate: tf.Tensor } {
    const { recurrent: dropped } = masks as Exclude<CellMasks, readonly CellMasks[]>;
    const [x, xg] = this.#gatesAndCandidate(projected);
    const gates = this.recurrentActivation(tf.add(x, this.recurrentProduct(hidden, masks, dense, 2)));
    const [z, r] = tf.split(gates, 2, -1) as [tf.Tensor, tf.Tensor];
    const kernel = this.#gatesAndCandidate(this.recurrentKernel.read())[1];
    const kept = dropped[2] ? tf.mul(hidden, dropped[2]) : hidden;
    return { z, candidate: this.activation(tf.add(xg, dense(tf.mul(r, kept), kernel))) };
  }

  #gatesAndCandidate(sum: tf.Tensor): [tf.Tensor, tf.Tensor] {
    return tf.split(sum, [this.units * 2, this.units], -1) as [tf.Tensor, tf.Tensor];
  }

  #biasRow(row: number): tf.Tensor {
    const length = this.units * 3;
    return tf.reshape(tf.slice(this.bias?.read() as tf.Tensor, [row, 0], [1, length]), [length]);
  }

  protected override multiply(inputs: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
    return dense(inputs, kernel);
  }

  protected override inputBias(): tf.Tensor | null {
    if (!this.bias) return null;
    return this.resetAfter ? this.#biasRow(0) : this.bias.read();
  }

  protected override stateShape(batchSize: number): number[] {
    return [batchSize, this.units];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      units: this.units,
      recurrent_activation: serializeActivation(this.recurrentActivation),
      reset_after: this.resetAfter,
    };
  }
}
