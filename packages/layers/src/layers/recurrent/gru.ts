import type { ActivationIdentifier } from '../../activations/index';
import { GatedLayer, type GatedLayerOptions } from './gated-layer';
import { GRUCell } from './gru-cell';

export interface GRUOptions extends GatedLayerOptions {
  /** The length of the output and of the state. */
  units: number;
  /** Of the two gates. Default `sigmoid`. */
  recurrentActivation?: ActivationIdentifier | null;
  /** Whether the reset gate acts after the product with the recurrent kernel (as in cuDNN) or before it. Default true. */
  resetAfter?: boolean;
}

/**
 * Gated recurrent unit: an LSTM's memory with two gates and no state beside the output. With update gate `z`, reset gate `r`
 * and candidate `g = tanh(x_t · Wg + r * (h_{t-1} · Ug + b))`: `h_t = z * h_{t-1} + (1 - z) * g`.
 *
 * Shapes: `[batch, steps, features]` to `[batch, units]`, with `returnSequences` `[batch, steps, units]`; kernel
 * `[features, 3 * units]`, recurrent kernel `[units, 3 * units]`, bias `[2, 3 * units]` or without `resetAfter`
 * `[3 * units]`. Throws on inputs of another rank. Cho et al. 2014. Keras class: `keras.layers.GRU`.
 *
 * @example
 * new GRU({ units: 4, returnSequences: true }).apply(tf.zeros([2, 5, 3])).shape; // [2, 5, 4]
 */
export class GRU extends GatedLayer<GRUCell> {
  static override readonly className: string = 'GRU';

  constructor(options: GRUOptions) {
    const names = ['units', 'recurrentActivation', 'resetAfter'];
    super(options, names, 'gru_cell', (cell: GRUOptions) => new GRUCell(cell));
    this.inputSpec = { ndim: 3 };
  }
}
