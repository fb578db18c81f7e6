import type { Net } from './net';

/** The net of lab 4: so small that nothing but overhead is measured. */
export const autompg: Net = {
  name: 'autompg',
  batch: 32,
  input: { kind: 'real', shape: [9] },
  target: { kind: 'real' },
  layers: [
    ['Dense', { units: 64, activation: 'relu' }],
    ['Dense', { units: 64, activation: 'relu' }],
    ['Dense', { units: 1 }],
  ],
  optimizer: ['RMSprop', { learning_rate: 0.001 }],
  loss: ['MeanSquaredError', {}],
  metrics: ['mae', 'mse'],
};
