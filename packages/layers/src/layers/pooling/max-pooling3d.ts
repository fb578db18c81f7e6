import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The largest value in each window of a volume, channel by channel.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, depth', height', width', channels]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.MaxPooling3D`.
 *
 * @example
 * new MaxPooling3D().apply(tf.zeros([1, 4, 4, 4, 2])).shape; // [1, 2, 2, 2, 2]
 */
export class MaxPooling3D extends BasePooling {
  static override readonly className: string = 'MaxPooling3D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 3, 'max');
  }
}
