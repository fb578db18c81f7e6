import { BaseAdaptivePooling, type BaseAdaptivePoolingOptions } from './base-adaptive-pooling';

/**
 * The largest value in windows chosen so that an image of any size gives a result of one size: window `i` of `n` reaches from
 * `floor(i * length / n)` to `ceil((i + 1) * length / n)`.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, outputSize[0], outputSize[1], channels]`. Throws unless `outputSize` is positive.
 * Keras class: `keras.layers.AdaptiveMaxPooling2D`.
 *
 * @example
 * new AdaptiveMaxPooling2D({ outputSize: 3 }).apply(tf.zeros([1, 8, 7, 2])).shape; // [1, 3, 3, 2]
 */
export class AdaptiveMaxPooling2D extends BaseAdaptivePooling {
  static override readonly className: string = 'AdaptiveMaxPooling2D';

  constructor(options: BaseAdaptivePoolingOptions) {
    super(options, 2, 'max');
  }
}
