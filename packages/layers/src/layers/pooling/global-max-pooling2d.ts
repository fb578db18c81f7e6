import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The largest value of each channel over the whole of an image.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, channels]`. Throws unless there are 4 axes.
 * Keras class: `keras.layers.GlobalMaxPooling2D`.
 *
 * @example
 * new GlobalMaxPooling2D().apply(tf.ones([2, 4, 4, 3])).shape; // [2, 3]
 */
export class GlobalMaxPooling2D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalMaxPooling2D';

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 2, 'max');
  }
}
