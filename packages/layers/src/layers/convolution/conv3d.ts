import { BaseConv, type BaseConvOptions } from './base-conv';

/** Options of {@link Conv3D}. */
export type Conv3DOptions = BaseConvOptions;

/**
 * Convolution over volumes: each output channel is a window of weights slid over the input, plus a bias.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, depth', height', width', filters]`; kernel
 * `[kernelDepth, kernelHeight, kernelWidth, channels / groups, filters]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.Conv3D`.
 *
 * @example
 * new Conv3D({ filters: 2, kernelSize: 3 }).apply(tf.zeros([1, 8, 8, 8, 1])).shape; // [1, 6, 6, 6, 2]
 */
export class Conv3D extends BaseConv {
  static override readonly className: string = 'Conv3D';

  constructor(options: Conv3DOptions) {
    super(options, 3);
  }
}
