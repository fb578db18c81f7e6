import { BaseConvTranspose, type BaseConvTransposeOptions } from './base-conv-transpose';

/** Options of {@link Conv1DTranspose}. */
export type Conv1DTransposeOptions = BaseConvTransposeOptions;

/**
 * The transpose of a convolution over sequences, along their steps: it goes from small to large, each element adding its multiple of the window
 * to the output. ("Deconvolution" it is called as well, though it undoes none.)
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', filters]`, lengths being
 * `(length - 1) * stride + kernel` or, with padding `same`, `length * stride`; kernel `[kernelLength, filters, channels]`. Throws
 * when `outputPadding` is not less than `strides`. Keras class: `keras.layers.Conv1DTranspose`.
 *
 * @example
 * new Conv1DTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(tf.zeros([1, 5, 2])).shape; // [1, 10, 4]
 */
export class Conv1DTranspose extends BaseConvTranspose {
  static override readonly className: string = 'Conv1DTranspose';

  constructor(options: Conv1DTransposeOptions) {
    super(options, 1);
  }
}
