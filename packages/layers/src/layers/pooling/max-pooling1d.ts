import { BasePooling, type BasePoolingOptions } from './base-pooling';

/**
 * The largest value in each window of a sequence, channel by channel.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, steps', channels]`. Throws when the window is larger than the input.
 * Keras class: `keras.layers.MaxPooling1D`.
 *
 * @example
 * new MaxPooling1D().apply(tf.tensor3d([1, 4, 2, 3], [1, 4, 1])).dataSync(); // [4, 3]
 */
export class MaxPooling1D extends BasePooling {
  static override readonly className: string = 'MaxPooling1D';

  constructor(options: BasePoolingOptions = {}) {
    super(options, 1, 'max');
  }
}
