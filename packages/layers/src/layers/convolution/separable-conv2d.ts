import { BaseSeparableConv, type BaseSeparableConvOptions } from './base-separable-conv';

/** Options of {@link SeparableConv2D}. */
export type SeparableConv2DOptions = BaseSeparableConvOptions;

/**
 * Convolution over images in two steps: a window for each channel alone, then a mix of the channels at each place. It has far
 * fewer weights than a full convolution. Chollet 2017.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', filters]`; kernels `[kernelHeight, kernelWidth, channels, depthMultiplier]`
 * and `[1, 1, channels * depthMultiplier, filters]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.SeparableConv2D`.
 *
 * @example
 * new SeparableConv2D({ filters: 8, kernelSize: 3 }).apply(tf.zeros([1, 8, 8, 3])).shape; // [1, 6, 6, 8]
 */
export class SeparableConv2D extends BaseSeparableConv {
  static override readonly className: string = 'SeparableConv2D';

  constructor(options: SeparableConv2DOptions) {
    super(options, 2);
  }
}
