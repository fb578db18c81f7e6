import type { ActivationIdentifier } from '../../activations/index';
import type { Config } from '../../registry/config';
import { serializeValue } from '../../serialization/serialize-object';
import { GATED_CELL_OPTIONS, type GatedCell, type GatedCellOptions } from './gated-cell';
import { type RecurrentOptions, RNN } from './rnn';

/** Options of the layers that make a gated cell: those of the cell and those of the layer. */
export interface GatedLayerOptions extends GatedCellOptions, RecurrentOptions {
  /** Default `tanh`. */
  activation?: ActivationIdentifier | null;
}

/**
 * What `SimpleRNN`, `LSTM`, `GRU` and the `ConvLSTM`s have in common: they are an `RNN` whose cell is made from the layer's own
 * options, and whose config is that of layer and cell in one.
 */
export abstract class GatedLayer<C extends GatedCell> extends RNN {
  declare readonly cell: C;

  /** `cellOptions` are the names of the options that this cell has beyond those of every gated cell. */
  constructor(
    options: GatedLayerOptions,
    cellOptions: readonly string[],
    cellName: string,
    makeCell: (options: never) => C,
  ) {
    const names = [...cellOptions, ...GATED_CELL_OPTIONS];
    super(options, names, () => {
      const own = Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
      const { trainable, dtype } = options;
      return makeCell({ ...own, ...defined({ trainable, dtype }), name: cellName } as never);
    });
  }

  override getConfig(): Config {
    const { name: _name, trainable: _trainable, dtype: _dtype, ...cell } = this.cell.getConfig();
    return { ...this.recurrentConfig(), ...cell, activity_regularizer: serializeValue(this.activityRegularizer) };
  }
}

function defined(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
