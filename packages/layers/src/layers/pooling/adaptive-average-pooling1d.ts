import { BaseAdaptivePooling, type BaseAdaptivePoolingOptions } from './base-adaptive-pooling';

/**
 * The mean in windows chosen so that a sequence of any size gives a result of one size: window `i` of `n` reaches from
 * `floor(i * length / n)` to `ceil((i + 1) * length / n)`.
 *
 * Shapes: `[batch, steps, channels]` to `[batch, outputSize, channels]`. Throws unless `outputSize` is positive.
 * Keras class: `keras.layers.AdaptiveAveragePooling1D`.
 *
 * @example
 * new AdaptiveAveragePooling1D({ outputSize: 2 }).apply(tf.tensor3d([1, 3, 2, 4], [1, 4, 1])).dataSync(); // [2, 3]
 */
export class AdaptiveAveragePooling1D extends BaseAdaptivePooling {
  static override readonly className: string = 'AdaptiveAveragePooling1D';

  constructor(options: BaseAdaptivePoolingOptions) {
    super(options, 1, 'average');
  }
}
