import type { Net } from './net';

/** One wide layer and large batches: products, and little else. */
export const fc512: Net = {
  name: 'fc512',
  batch: 512,
  input: { kind: 'real', shape: [784] },
  target: { kind: 'one-hot', count: 10 },
  layers: [
    ['Dense', { units: 512, activation: 'relu' }],
    ['Dense', { units: 10, activation: 'softmax' }],
  ],
  optimizer: ['SGD', { learning_rate: 0.1 }],
  loss: ['MeanSquaredError', {}],
};
