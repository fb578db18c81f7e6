import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The mean in each window of a volume, channel by channel; what lies over the edge does not count.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, depth', height', width', channels]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.AveragePooling3D`.
 *
 * @example
 * new AveragePooling3D().apply(tf.zeros([1, 4, 4, 4, 2])).shape; // [1, 2, 2, 2, 2]
 */
export class AveragePooling3D extends BasePooling {
  static override readonly className: string = 'AveragePooling3D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 3, 'average');
  }
}
