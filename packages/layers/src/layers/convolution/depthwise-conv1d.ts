import { BaseDepthwiseConv, type BaseDepthwiseConvOptions } from './base-depthwise-conv';

/** Options of {@link DepthwiseConv1D}. */
export type DepthwiseConv1DOptions = BaseDepthwiseConvOptions;

/**
 * Convolution over sequences, along their steps that keeps channels apart: each is convolved with `depthMultiplier` windows of its own.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', channels * depthMultiplier]`; kernel
 * `[kernelLength, channels, depthMultiplier]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.DepthwiseConv1D`.
 *
 * @example
 * new DepthwiseConv1D({ kernelSize: 3 }).apply(tf.zeros([1, 10, 4])).shape; // [1, 8, 4]
 */
export class DepthwiseConv1D extends BaseDepthwiseConv {
  static override readonly className: string = 'DepthwiseConv1D';

  constructor(options: DepthwiseConv1DOptions) {
    super(options, 1);
  }
}
