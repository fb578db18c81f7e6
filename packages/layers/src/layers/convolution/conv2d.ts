import { BaseConv, type BaseConvOptions } from './base-conv';

/** Options of {@link Conv2D}. */
export type Conv2DOptions = BaseConvOptions;

/**
 * Convolution over images: each output channel is a window of weights slid over height and width, plus a bias.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', filters]`; kernel
 * `[kernelHeight, kernelWidth, channels / groups, filters]`. Throws when the window is larger than the image.
 * Keras class: `keras.layers.Conv2D`.
 *
 * @example
 * new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu' }).apply(tf.zeros([1, 28, 28, 1])).shape; // [1, 26, 26, 32]
 */
export class Conv2D extends BaseConv {
  static override readonly className: string = 'Conv2D';

  constructor(options: Conv2DOptions) {
    super(options, 2);
  }
}
