import type { Net } from './net';

/** Two recurrent layers over 60 days. */
function stock(name: string, recurrent: 'LSTM' | 'GRU'): Net {
  return {
    name,
    batch: 64,
    input: { kind: 'real', shape: [60, 1] },
    target: { kind: 'real' },
    layers: [
      [recurrent, { units: 80, return_sequences: true }],
      ['Dropout', { rate: 0.2 }],
      [recurrent, { units: 100 }],
      ['Dropout', { rate: 0.2 }],
      ['Dense', { units: 1 }],
    ],
    optimizer: ['Adam', {}],
    loss: ['MeanSquaredError', {}],
  };
}

export const stockLstm = stock('stock-lstm', 'LSTM');
export const stockGru = stock('stock-gru', 'GRU');
