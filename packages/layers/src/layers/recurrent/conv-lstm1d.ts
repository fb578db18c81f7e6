import { ConvLSTM, type ConvLSTMOptions } from './conv-lstm';

/**
 * An LSTM over rows, such as signals of several sensors: what it multiplies in `LSTM` it convolves here, so inputs, states and outputs keep their place.
 *
 * Shapes: `[batch, steps, length, channels]` to
 * `[batch, length', filters]`, with `returnSequences` with the steps behind the batch. Throws when the window is larger than the
 * input. Shi et al. 2015. Keras class: `keras.layers.ConvLSTM1D`.
 *
 * @example
 * new ConvLSTM1D({ filters: 3, kernelSize: 3 }).apply(tf.zeros([1, 4, 8, 2])).shape; // [1, 6, 3]
 */
export class ConvLSTM1D extends ConvLSTM {
  static override readonly className: string = 'ConvLSTM1D';

  constructor(options: ConvLSTMOptions) {
    super(options, 1);
  }
}
