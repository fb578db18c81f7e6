import type { Net } from './net';

/** The net of lab 1. */
export const mnistCnn: Net = {
  name: 'mnist-cnn',
  batch: 32,
  input: { kind: 'real', shape: [28, 28, 1] },
  target: { kind: 'class', count: 10 },
  layers: [
    ['Conv2D', { filters: 32, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D', {}],
    ['Conv2D', { filters: 64, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D', {}],
    ['Flatten', {}],
    ['Dense', { units: 64, activation: 'relu' }],
    ['Dense', { units: 10 }],
  ],
  optimizer: ['Adam', {}],
  loss: ['SparseCategoricalCrossentropy', { from_logits: true }],
  metrics: ['accuracy'],
};
