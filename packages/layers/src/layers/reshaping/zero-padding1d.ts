import { BaseZeroPadding, type BaseZeroPaddingOptions } from './base-zero-padding';

/** Options of {@link ZeroPadding1D}. */
export type ZeroPadding1DOptions = BaseZeroPaddingOptions;

/**
 * Puts zeros around a sequence.
 *
 * Shapes: `[batch, steps, channels]`, spatial axes becoming `length + before + after`. Throws on padding below 0.
 * Keras class: `keras.layers.ZeroPadding1D`.
 *
 * @example
 * new ZeroPadding1D({ padding: [1, 0] }).apply(tf.ones([1, 2, 1])).dataSync(); // [0, 1, 1]
 */
export class ZeroPadding1D extends BaseZeroPadding {
  static override readonly className: string = 'ZeroPadding1D';

  constructor(options: ZeroPadding1DOptions = {}) {
    super(options, 1);
  }
}
