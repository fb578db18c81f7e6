import type { Net } from './net';

/** LeNet with dropout: padded 5x5 convolutions of few channels, and random numbers in every step. */
export const lenetDropout: Net = {
  name: 'lenet-dropout',
  batch: 128,
  input: { kind: 'real', shape: [28, 28, 1] },
  target: { kind: 'class', count: 10 },
  layers: [
    ['Conv2D', { filters: 8, kernel_size: 5, padding: 'same', activation: 'relu' }],
    ['MaxPooling2D', {}],
    ['Conv2D', { filters: 16, kernel_size: 5, padding: 'same', activation: 'relu' }],
    ['MaxPooling2D', {}],
    ['Flatten', {}],
    ['Dense', { units: 100, activation: 'relu' }],
    ['Dropout', { rate: 0.25 }],
    ['Dense', { units: 10 }],
  ],
  optimizer: ['Adam', {}],
  loss: ['SparseCategoricalCrossentropy', { from_logits: true }],
};
