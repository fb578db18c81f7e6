import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Initializer } from '../../initializers/initializer';
import type { Config } from '../../registry/config';
import { activationOption, expectPositiveInteger } from '../checks';
import { ForgetBias } from './forget-bias';
import { dense, GatedCell, type GatedCellOptions, stepOf } from './gated-cell';
import type { CellMasks, CellStep, Scan, SequenceSettings, States } from './rnn-cell';
import { lstmSequence } from './whole-sequence';

export interface LSTMCellOptions extends GatedCellOptions {
  /** The length of the output and of each state. */
  units: number;
  /** Of the three gates. Default `sigmoid`. */
  recurrentActivation?: ActivationIdentifier | null;
  /** Whether the bias of the forget gate begins at 1. Default true. */
  unitForgetBias?: boolean;
}

/**
 * One step of `LSTM`, with gates `i`, `f`, `o` and the candidate `g`, all from `x · kernel + h · recurrentKernel + bias`:
 * `c' = σ(f) * c + σ(i) * tanh(g)`, `h' = σ(o) * tanh(c')`. The kernels hold the gates in the order i, f, g, o.
 *
 * Shapes: input `[batch, features]`, states `[h, c]` of `[batch, units]` each. Hochreiter & Schmidhuber 1997.
 * Keras class: `keras.layers.LSTMCell`.
 *
 * @example
 * const cell = new LSTMCell({ units: 4 });
 * const [output] = cell.apply<tf.Tensor[]>(tf.ones([2, 3]), { states: [tf.zeros([2, 4]), tf.zeros([2, 4])] });
 * output.shape; // [2, 4]
 */
export class LSTMCell extends GatedCell {
  static override readonly className: string = 'LSTMCell';
  readonly units: number;
  readonly stateSize: readonly number[];
  readonly recurrentActivation: Activation;
  readonly unitForgetBias: boolean;

  constructor(options: LSTMCellOptions) {
    super(options, ['units', 'recurrentActivation', 'unitForgetBias'], 4);
    expectPositiveInteger(this.place, 'units', options.units, 64);
    const { recurrentActivation = 'sigmoid' } = options;
    this.units = options.units;
    this.stateSize = [options.units, options.units];
    this.recurrentActivation = activationOption(this.place, recurrentActivation, 'recurrentActivation');
    this.unitForgetBias = options.unitForgetBias ?? true;
  }

  override build(inputShape: Shape): void {
    const { units } = this;
    const length = units * 4;
    const { initializer } = this.biasSettings;
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
    this.bias = this.useBias
      ? this.addWeight({
          name: 'bias',
          shape: [length],
          ...this.biasSettings,
          initializer: this.unitForgetBias ? new ForgetBias(initializer as Initializer) : initializer,
        })
      : null;
    this.buildRandom();
  }

  override recur(projected: tf.Tensor, [hidden, carry]: States, masks: CellMasks): CellStep {
    const sum = tf.add(projected, this.recurrentProduct(hidden as tf.Tensor, masks, dense));
    return lstmStep(sum, carry as tf.Tensor, this.activation, this.recurrentActivation);
  }

  override recurWhole(
    sequence: tf.Tensor,
    states: States,
    masks: CellMasks,
    { goBackwards, returnSequences, returnState }: SequenceSettings,
  ): Scan | null {
    // A class that takes its steps in another way takes them one by one.
    if (this.recur !== LSTMCell.prototype.recur) return null;
    const projected = this.projectWhole('LSTMSequence', sequence, masks, this.recurrentActivation);
    if (!projected) return null;
    const [hidden, carry] = states as [tf.Tensor, tf.Tensor];
    const parts = { projected, recurrentKernel: this.recurrentKernel.read(), hidden, carry };
    const returns = returnState ? 'states' : returnSequences ? 'sequence' : 'last';
    const result = lstmSequence(parts, { returns, backwards: goBackwards });
    if (!returnState) return { output: result, states: [] };
    const steps = sequence.shape[1] as number;
    const last = stepOf(result, steps - 1);
    const output = returnSequences ? tf.slice(result, [0, 0, 0], [-1, steps, -1]) : last;
    return { output, states: [last, stepOf(result, steps)] };
  }

  protected override multiply(inputs: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
    return dense(inputs, kernel);
  }

  protected override inputBias(): tf.Tensor | null {
    return this.bias?.read() ?? null;
  }

  protected override stateShape(batchSize: number): number[] {
    return [batchSize, this.units];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      units: this.units,
      recurrent_activation: serializeActivation(this.recurrentActivation),
      unit_forget_bias: this.unitForgetBias,
    };
  }
}

/** From the sums of the four gates, in the order i, f, g, o along the last axis, to the states after the step. */
export function lstmStep(
  sum: tf.Tensor,
  carry: tf.Tensor,
  activation: Activation,
  recurrentActivation: Activation,
): CellStep {
  const [i, f, g, o] = tf.split(sum, 4, -1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  const next = tf.add(tf.mul(recurrentActivation(f), carry), tf.mul(recurrentActivation(i), activation(g)));
  const output = tf.mul(recurrentActivation(o), activation(next));
  return { output, states: [output, next] };
}
