import type { Net } from './net';

/** The net of lab 3: a gather of rows, and its scatter in the gradient. */
export const imdbPool: Net = {
  name: 'imdb-pool',
  batch: 512,
  input: { kind: 'ids', shape: [256], count: 10_000 },
  target: { kind: 'yes-no' },
  layers: [
    ['Embedding', { input_dim: 10_000, output_dim: 16 }],
    ['GlobalAveragePooling1D', {}],
    ['Dense', { units: 16, activation: 'relu' }],
    ['Dense', { units: 1, activation: 'sigmoid' }],
  ],
  optimizer: ['Adam', {}],
  loss: ['BinaryCrossentropy', {}],
};
