import { BaseDepthwiseConv, type BaseDepthwiseConvOptions } from './base-depthwise-conv';

/** Options of {@link DepthwiseConv2D}. */
export type DepthwiseConv2DOptions = BaseDepthwiseConvOptions;

/**
 * Convolution over images that keeps channels apart: each is convolved with `depthMultiplier` windows of its own.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', channels * depthMultiplier]`; kernel
 * `[kernelHeight, kernelWidth, channels, depthMultiplier]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.DepthwiseConv2D`.
 *
 * @example
 * new DepthwiseConv2D({ kernelSize: 3, depthMultiplier: 2 }).apply(tf.zeros([1, 8, 8, 3])).shape; // [1, 6, 6, 6]
 */
export class DepthwiseConv2D extends BaseDepthwiseConv {
  static override readonly className: string = 'DepthwiseConv2D';

  constructor(options: DepthwiseConv2DOptions) {
    super(options, 2);
  }
}
