import { BaseSpatialDropout, type BaseSpatialDropoutOptions } from './base-spatial-dropout';

/** Options of {@link SpatialDropout1D}. */
export type SpatialDropout1DOptions = Omit<BaseSpatialDropoutOptions, 'dataFormat'>;

/**
 * In training drops whole channels of sequences and scales the others by `1 / (1 - rate)`; otherwise does nothing. Neighbours tell much
 * the same, so dropping single elements would hide little. Tompson et al. 2015.
 *
 * Shapes: `[batch, steps, channels]`, unchanged. Throws when `rate` is not from 0 to 1. Keras class: `keras.layers.SpatialDropout1D`.
 *
 * @example
 * new SpatialDropout1D({ rate: 0.5 }).apply(tf.ones([2, 1, 3])).shape; // [2, 1, 3]
 */
export class SpatialDropout1D extends BaseSpatialDropout {
  static override readonly className: string = 'SpatialDropout1D';

  constructor(options: SpatialDropout1DOptions) {
    super(options, 1);
  }
}
