import type { Config } from '../../registry/config';
import { GatedLayer, type GatedLayerOptions } from './gated-layer';
import { SimpleRNNCell } from './simple-rnn-cell';

export interface SimpleRNNOptions extends GatedLayerOptions {
  /** The length of the output and of the state. */
  units: number;
}

/**
 * A fully connected recurrent layer, whose output is its state: `h_t = tanh(x_t · kernel + bias + h_{t-1} · recurrentKernel)`.
 *
 * Shapes: `[batch, steps, features]` to `[batch, units]`, with `returnSequences` `[batch, steps, units]`; kernel
 * `[features, units]`, recurrent kernel `[units, units]`, bias `[units]`. Throws on inputs of another rank.
 * Elman 1990. Keras class: `keras.layers.SimpleRNN`.
 *
 * @example
 * new SimpleRNN({ units: 4 }).apply(tf.zeros([2, 5, 3])).shape; // [2, 4]
 */
export class SimpleRNN extends GatedLayer<SimpleRNNCell> {
  static override readonly className: string = 'SimpleRNN';

  constructor(options: SimpleRNNOptions) {
    super(options, ['units'], 'simple_rnn_cell', (cell: SimpleRNNOptions) => new SimpleRNNCell(cell));
    this.inputSpec = { ndim: 3 };
  }

  override getConfig(): Config {
    // Keras leaves the seed of this one layer out.
    const { seed: _seed, ...config } = super.getConfig();
    return config;
  }
}
