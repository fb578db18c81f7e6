import type { Net } from './net';

/** The net of lab 2: small enough that the cost per operation shows. */
export const fashionDense: Net = {
  name: 'fashion-dense',
  batch: 32,
  input: { kind: 'real', shape: [28, 28] },
  target: { kind: 'class', count: 10 },
  layers: [
    ['Flatten', {}],
    ['Dense', { units: 128, activation: 'relu' }],
    ['Dense', { units: 10 }],
  ],
  optimizer: ['Adam', {}],
  loss: ['SparseCategoricalCrossentropy', { from_logits: true }],
};
