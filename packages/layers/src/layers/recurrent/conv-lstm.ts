import type { Shape, Shapes } from '../../graph/shape';
import { slidingShape } from '../convolution/conv-shapes';
import { CONV_LSTM_OPTIONS, ConvLSTMCell, type ConvLSTMCellOptions } from './conv-lstm-cell';
import { GatedLayer, type GatedLayerOptions } from './gated-layer';

/** Options of the `ConvLSTM` layers. */
export interface ConvLSTMOptions extends GatedLayerOptions, ConvLSTMCellOptions {}

/** What `ConvLSTM1D`, `ConvLSTM2D` and `ConvLSTM3D` have in common: all but the number of axes of an image. */
export abstract class ConvLSTM extends GatedLayer<ConvLSTMCell> {
  /** `rank` is the number of axes of an image. */
  constructor(options: ConvLSTMOptions, rank: number) {
    super(options, CONV_LSTM_OPTIONS, 'conv_lstm_cell', (cell: ConvLSTMOptions) => new ConvLSTMCell(cell, rank));
    this.inputSpec = { ndim: rank + 3 };
  }

  override computeOutputShape(inputShape: Shape): Shapes {
    const [batchSize = null, steps = null, ...image] = inputShape;
    const { filters, window } = this.cell;
    const state = slidingShape(this.place, [batchSize, ...image], filters, window);
    const output = this.returnSequences ? [batchSize, steps, ...state.slice(1)] : state;
    return this.returnState ? [output, state, [...state]] : output;
  }
}
