import { BaseSeparableConv, type BaseSeparableConvOptions } from './base-separable-conv';

/** Options of {@link SeparableConv1D}. */
export type SeparableConv1DOptions = BaseSeparableConvOptions;

/**
 * Convolution over sequences, along their steps in two steps: a window for each channel alone, then a mix of the channels at each place. It has far
 * fewer weights than a full convolution. Chollet 2017.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', filters]`; kernels `[kernelLength, channels, depthMultiplier]`
 * and `[1, channels * depthMultiplier, filters]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.SeparableConv1D`.
 *
 * @example
 * new SeparableConv1D({ filters: 8, kernelSize: 3 }).apply(tf.zeros([1, 10, 4])).shape; // [1, 8, 8]
 */
export class SeparableConv1D extends BaseSeparableConv {
  static override readonly className: string = 'SeparableConv1D';

  constructor(options: SeparableConv1DOptions) {
    super(options, 1);
  }
}
