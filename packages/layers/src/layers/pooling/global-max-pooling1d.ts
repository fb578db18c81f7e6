import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The largest value of each channel over the whole of a sequence.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, channels]`. Throws unless there are 3 axes.
 * Keras class: `keras.layers.GlobalMaxPooling1D`.
 *
 * @example
 * new GlobalMaxPooling1D().apply(tf.tensor3d([1, 3, 2], [1, 3, 1])).dataSync()[0]; // 3
 */
export class GlobalMaxPooling1D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalMaxPooling1D';

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 1, 'max');
  }
}
