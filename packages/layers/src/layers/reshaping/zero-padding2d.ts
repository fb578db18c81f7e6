import { BaseZeroPadding, type BaseZeroPaddingOptions } from './base-zero-padding';

/** Options of {@link ZeroPadding2D}. */
export type ZeroPadding2DOptions = BaseZeroPaddingOptions;

/**
 * Puts zeros around an image.
 *
 * Shapes: `[batch, height, width, channels]`, spatial axes becoming `length + before + after`. Throws on padding below 0.
 * Keras class: `keras.layers.ZeroPadding2D`.
 *
 * @example
 * new ZeroPadding2D({ padding: [[1, 0], [2, 2]] }).apply(tf.ones([1, 4, 4, 1])).shape; // [1, 5, 8, 1]
 */
export class ZeroPadding2D extends BaseZeroPadding {
  static override readonly className: string = 'ZeroPadding2D';

  constructor(options: ZeroPadding2DOptions = {}) {
    super(options, 2);
  }
}
