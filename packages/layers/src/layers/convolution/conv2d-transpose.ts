import { BaseConvTranspose, type BaseConvTransposeOptions } from './base-conv-transpose';

/** Options of {@link Conv2DTranspose}. */
export type Conv2DTransposeOptions = BaseConvTransposeOptions;

/**
 * The transpose of a convolution over images: it goes from small to large, each element adding its multiple of the window
 * to the output. ("Deconvolution" it is called as well, though it undoes none.)
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', filters]`, lengths being
 * `(length - 1) * stride + kernel` or, with padding `same`, `length * stride`; kernel `[kernelHeight, kernelWidth, filters, channels]`. Throws
 * when `outputPadding` is not less than `strides`. Keras class: `keras.layers.Conv2DTranspose`.
 *
 * @example
 * new Conv2DTranspose({ filters: 8, kernelSize: 2, strides: 2 }).apply(tf.zeros([1, 7, 7, 16])).shape; // [1, 14, 14, 8]
 */
export class Conv2DTranspose extends BaseConvTranspose {
  static override readonly className: string = 'Conv2DTranspose';

  constructor(options: Conv2DTransposeOptions) {
    super(options, 2);
  }
}
