import type { ActivationIdentifier } from '../../activations/index';
import { GatedLayer, type GatedLayerOptions } from './gated-layer';
import { LSTMCell } from './lstm-cell';

export interface LSTMOptions extends GatedLayerOptions {
  /** The length of the output and of each state. */
  units: number;
  /** Of the three gates. Default `sigmoid`. */
  recurrentActivation?: ActivationIdentifier | null;
  /** Whether the bias of the forget gate begins at 1. Default true. */
  unitForgetBias?: boolean;
}

/**
 * Long short-term memory: beside its output the layer carries a cell state that gates write to, keep and read, so that what
 * happened many steps ago can still count. With gates `i`, `f`, `o` and candidate `g`, each `x_t · W + h_{t-1} · U + b`:
 * `c_t = σ(f) * c_{t-1} + σ(i) * tanh(g)`, `h_t = σ(o) * tanh(c_t)`.
 *
 * Shapes: `[batch, steps, features]` to `[batch, units]`, with `returnSequences` `[batch, steps, units]`; kernel
 * `[features, 4 * units]`, recurrent kernel `[units, 4 * units]`, bias `[4 * units]`; states `[h, c]`. Throws on inputs of
 * another rank. Hochreiter & Schmidhuber 1997. Keras class: `keras.layers.LSTM`.
 *
 * @example
 * const [output, h, c] = new LSTM({ units: 4, returnState: true }).apply<tf.Tensor[]>(tf.zeros([2, 5, 3]));
 * output.shape; // [2, 4]
 */
export class LSTM extends GatedLayer<LSTMCell> {
  static override readonly className: string = 'LSTM';

  constructor(options: LSTMOptions) {
    const names = ['units', 'recurrentActivation', 'unitForgetBias'];
    super(options, names, 'lstm_cell', (cell: LSTMOptions) => new LSTMCell(cell));
    this.inputSpec = { ndim: 3 };
  }
}
