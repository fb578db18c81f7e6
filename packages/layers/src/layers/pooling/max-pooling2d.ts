import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The largest value in each window of an image, channel by channel.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', channels]`. Keras class: `keras.layers.MaxPooling2D`.
 *
 * @example
 * new MaxPooling2D().apply(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])).dataSync()[0]; // 4
 */
export class MaxPooling2D extends BasePooling {
  static override readonly className: string = 'MaxPooling2D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 2, 'max');
  }
}
