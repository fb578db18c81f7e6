import { BaseConv, type BaseConvOptions } from './base-conv';
import type { Padding } from './conv-shapes';

/** Options of {@link Conv1D}. */
export type Conv1DOptions = BaseConvOptions<Padding>;

/**
 * Convolution over sequences, along their steps: each output channel is a window of weights slid over the input, plus a bias. `padding: 'causal'` looks back only: no output depends on later steps.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', filters]`; kernel
 * `[kernelLength, channels / groups, filters]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.Conv1D`.
 *
 * @example
 * new Conv1D({ filters: 32, kernelSize: 3, padding: 'causal' }).apply(tf.zeros([1, 10, 4])).shape; // [1, 10, 32]
 */
export class Conv1D extends BaseConv {
  static override readonly className: string = 'Conv1D';

  constructor(options: Conv1DOptions) {
    super(options, 1);
  }
}
