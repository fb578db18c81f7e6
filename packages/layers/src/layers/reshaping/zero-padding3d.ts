import { BaseZeroPadding, type BaseZeroPaddingOptions } from './base-zero-padding';

/** Options of {@link ZeroPadding3D}. */
export type ZeroPadding3DOptions = BaseZeroPaddingOptions;

/**
 * Puts zeros around a volume.
 *
 * Shapes: `[batch, depth, height, width, channels]`, spatial axes becoming `length + before + after`. Throws on padding below 0.
 * Keras class: `keras.layers.ZeroPadding3D`.
 *
 * @example
 * new ZeroPadding3D().apply(tf.ones([1, 2, 2, 2, 1])).shape; // [1, 4, 4, 4, 1]
 */
export class ZeroPadding3D extends BaseZeroPadding {
  static override readonly className: string = 'ZeroPadding3D';

  constructor(options: ZeroPadding3DOptions = {}) {
    super(options, 3);
  }
}
