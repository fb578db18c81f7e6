import { BaseAdaptivePooling, type BaseAdaptivePoolingOptions } from './base-adaptive-pooling';

/**
 * The largest value in windows chosen so that a sequence of any size gives a result of one size: window `i` of `n` reaches from
 * `floor(i * length / n)` to `ceil((i + 1) * length / n)`.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, outputSize, channels]`. Throws unless `outputSize` is positive.
 * Keras class: `keras.layers.AdaptiveMaxPooling1D`.
 *
 * @example
 * new AdaptiveMaxPooling1D({ outputSize: 2 }).apply(tf.tensor3d([1, 4, 2, 3], [1, 4, 1])).dataSync(); // [4, 3]
 */
export class AdaptiveMaxPooling1D extends BaseAdaptivePooling {
  static override readonly className: string = 'AdaptiveMaxPooling1D';

  constructor(options: BaseAdaptivePoolingOptions) {
    super(options, 1, 'max');
  }
}
