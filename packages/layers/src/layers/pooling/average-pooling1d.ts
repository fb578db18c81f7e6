import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The mean in each window of a sequence, channel by channel; what lies over the edge does not count.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', channels]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.AveragePooling1D`.
 *
 * @example
 * new AveragePooling1D().apply(tf.tensor3d([1, 3, 2, 4], [1, 4, 1])).dataSync(); // [2, 3]
 */
export class AveragePooling1D extends BasePooling {
  static override readonly className: string = 'AveragePooling1D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 1, 'average');
  }
}
