import { BaseAdaptivePooling, type BaseAdaptivePoolingOptions } from './base-adaptive-pooling';

/**
 * The mean in windows chosen so that a volume of any size gives a result of one size: window `i` of `n` reaches from
 * `floor(i * length / n)` to `ceil((i + 1) * length / n)`.
 *
 * Shapes: `[batch, depth, height, width, channels]` to `[batch, outputSize[0], outputSize[1], outputSize[2], channels]`. Throws unless `outputSize` is positive.
 * Keras class: `keras.layers.AdaptiveAveragePooling3D`.
 *
 * @example
 * new AdaptiveAveragePooling3D({ outputSize: 2 }).apply(tf.zeros([1, 5, 4, 3, 2])).shape; // [1, 2, 2, 2, 2]
 */
export class AdaptiveAveragePooling3D extends BaseAdaptivePooling {
  static override readonly className: string = 'AdaptiveAveragePooling3D';

  constructor(options: BaseAdaptivePoolingOptions) {
    super(options, 3, 'average');
  }
}
