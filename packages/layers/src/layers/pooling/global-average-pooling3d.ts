import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The mean of each channel over the whole of a volume.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, channels]`. Throws unless there are 5 axes.
 * Keras class: `keras.layers.GlobalAveragePooling3D`.
 *
 * @example
 * new GlobalAveragePooling3D().apply(tf.ones([2, 4, 4, 4, 3])).shape; // [2, 3]
 */
export class GlobalAveragePooling3D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalAveragePooling3D';

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 3, 'average');
  }
}
