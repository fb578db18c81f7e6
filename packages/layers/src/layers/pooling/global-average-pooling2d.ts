import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The mean of each channel over the whole image.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, channels]`. Keras class: `keras.layers.GlobalAveragePooling2D`.
 *
 * @example
 * new GlobalAveragePooling2D().apply(tf.ones([2, 4, 4, 3])).shape; // [2, 3]
 */
export class GlobalAveragePooling2D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalAveragePooling2D';

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 2, 'average');
  }
}
