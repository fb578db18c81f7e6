import { ConvLSTM, type ConvLSTMOptions } from './conv-lstm';

/**
 * An LSTM over images, such as frames of a film: what it multiplies in `LSTM` it convolves here, so inputs, states and outputs keep their place.
 *
 * Shapes: `[batch, steps, height, width, channels]` to
 * `[batch, height', width', filters]`, with `returnSequences` with the steps behind the batch. Throws when the window is larger than the
 * input. Shi et al. 2015. Keras class: `keras.layers.ConvLSTM2D`.
 *
 * @example
 * new ConvLSTM2D({ filters: 3, kernelSize: 3 }).apply(tf.zeros([1, 4, 8, 8, 2])).shape; // [1, 6, 6, 3]
 */
export class ConvLSTM2D extends ConvLSTM {
  static override readonly className: string = 'ConvLSTM2D';

  constructor(options: ConvLSTMOptions) {
    super(options, 2);
  }
}
