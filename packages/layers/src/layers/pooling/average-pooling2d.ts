import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The mean of each window of an image, channel by channel; what lies over the edge does not count.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height', width', channels]`.
 * Keras class: `keras.layers.AveragePooling2D`.
 *
 * @example
 * new AveragePooling2D().apply(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])).dataSync()[0]; // 2.5
 */
export class AveragePooling2D extends BasePooling {
  static override readonly className: string = 'AveragePooling2D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 2, 'average');
  }
}
