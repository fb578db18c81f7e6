import { BaseConvTranspose, type BaseConvTransposeOptions } from './base-conv-transpose';

/** Options of {@link Conv3DTranspose}. */
export type Conv3DTransposeOptions = BaseConvTransposeOptions;

/**
 * The transpose of a convolution over volumes: it goes from small to large, each element adding its multiple of the window
 * to the output. ("Deconvolution" it is called as well, though it undoes none.)
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, depth', height', width', filters]`, lengths being
 * `(length - 1) * stride + kernel` or, with padding `same`, `length * stride`; kernel `[kernelDepth, kernelHeight, kernelWidth, filters, channels]`. Throws
 * when `outputPadding` is not less than `strides`. Keras class: `keras.layers.Conv3DTranspose`.
 *
 * @example
 * new Conv3DTranspose({ filters: 2, kernelSize: 2, strides: 2 }).apply(tf.zeros([1, 3, 3, 3, 1])).shape; // [1, 6, 6, 6, 2]
 */
export class Conv3DTranspose extends BaseConvTranspose {
  static override readonly className: string = 'Conv3DTranspose';

  constructor(options: Conv3DTransposeOptions) {
    super(options, 3);
  }
}
