import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The largest value of each channel over the whole of a volume.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, channels]`. Throws unless there are 5 axes.
 * Keras class: `keras.layers.GlobalMaxPooling3D`.
 *
 * @example
 * new GlobalMaxPooling3D().apply(tf.ones([2, 4, 4, 4, 3])).shape; // [2, 3]
 */
export class GlobalMaxPooling3D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalMaxPooling3D';

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 3, 'max');
  }
}
