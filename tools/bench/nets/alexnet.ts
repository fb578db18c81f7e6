import type { LayerSpec, Net } from './net';

const convolution = (filters: number): LayerSpec => [
  'Conv2D',
  { filters, kernel_size: 3, padding: 'same', activation: 'relu' },
];
const pooling: LayerSpec = ['MaxPooling2D', { pool_size: 2, strides: 2, padding: 'same' }];
const dense = (units: number): LayerSpec[] => [
  ['Dense', { units, activation: 'relu' }],
  ['Dropout', { rate: 0.4 }],
];

/** AlexNet as the course cuts it down to MNIST: 28 to 14 to 7 to 4 pixels, then 27 million weights in dense layers. */
export const alexnet: Net = {
  name: 'alexnet',
  batch: 128,
  input: { kind: 'real', shape: [28, 28, 1] },
  target: { kind: 'one-hot', count: 10 },
  layers: [
    convolution(16),
    pooling,
    convolution(32),
    pooling,
    convolution(64),
    convolution(128),
    convolution(256),
    pooling,
    ['Flatten', {}],
    ...dense(4096),
    ...dense(2048),
    ...dense(1024),
    ['Dense', { units: 10, activation: 'softmax' }],
  ],
  optimizer: ['Adam', { learning_rate: 1e-4 }],
  loss: ['CategoricalCrossentropy', {}],
};
