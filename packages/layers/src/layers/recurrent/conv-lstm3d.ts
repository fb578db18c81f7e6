import { ConvLSTM, type ConvLSTMOptions } from './conv-lstm';

/**
 * An LSTM over volumes, such as scans over time: what it multiplies in `LSTM` it convolves here, so inputs, states and outputs keep their place.
 *
 * Shapes: `[batch, steps, depth, height, width, channels]` to
 * `[batch, depth', height', width', filters]`, with `returnSequences` with the steps behind the batch. Throws when the window is larger than the
 * input. Shi et al. 2015. Keras class: `keras.layers.ConvLSTM3D`.
 *
 * @example
 * new ConvLSTM3D({ filters: 3, kernelSize: 3 }).apply(tf.zeros([1, 2, 4, 4, 4, 1])).shape; // [1, 2, 2, 2, 3]
 */
export class ConvLSTM3D extends ConvLSTM {
  static override readonly className: string = 'ConvLSTM3D';

  constructor(options: ConvLSTMOptions) {
    super(options, 3);
  }
}
