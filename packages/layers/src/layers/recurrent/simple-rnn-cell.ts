import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import { dense, GatedCell, type GatedCellOptions } from './gated-cell';
import type { CellMasks, CellStep, States } from './rnn-cell';

export interface SimpleRNNCellOptions extends GatedCellOptions {
  /** The length of the output and of the state. */
  units: number;
}

/**
 * One step of `SimpleRNN`: `h' = activation(x · kernel + bias + h · recurrentKernel)`.
 *
 * Shapes: input `[batch, features]`, state and output `[batch, units]`. Keras class: `keras.layers.SimpleRNNCell`.
 *
 * @example
 * const cell = new SimpleRNNCell({ units: 4 });
 * const [output] = cell.apply<tf.Tensor[]>(tf.ones([2, 3]), { states: [tf.zeros([2, 4])] });
 * output.shape; // [2, 4]
 */
export class SimpleRNNCell extends GatedCell {
  static override readonly className: string = 'SimpleRNNCell';
  readonly units: number;
  readonly stateSize: number;

  constructor(options: SimpleRNNCellOptions) {
    super(options, ['units'], 1);
    expectPositiveInteger(this.place, 'units', options.units, 64);
    this.units = options.units;
    this.stateSize = options.units;
  }

  override build(inputShape: Shape): void {
    const { units } = this;
    this.kernel = this.addWeight({
      name: 'kernel',
      shape: [inputShape.at(-1) as number, units],
      ...this.kernelSettings,
    });
    this.recurrentKernel = this.addWeight({
      name: 'recurrent_kernel',
      shape: [units, units],
      ...this.recurrentSettings,
    });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: [units], ...this.biasSettings }) : null;
    this.buildRandom();
  }

  override recur(projected: tf.Tensor, [state]: States, masks: CellMasks): CellStep {
    const output = this.activation(tf.add(projected, this.recurrentProduct(state as tf.Tensor, masks, dense)));
    return { output, states: [output] };
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

  protected override drops(rate: number): boolean {
    return rate > 0;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), units: this.units };
  }
}
