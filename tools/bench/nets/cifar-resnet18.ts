import type { LayerSpec, Net } from './net';

const stage = (filters: number, strides: number): LayerSpec[] => [
  ['ResidualBlock', { filters, strides }],
  ['ResidualBlock', { filters, strides: 1 }],
];

/** ResNet-18 for 32x32 pictures: a 3x3 stem, four stages of two basic blocks. */
export const cifarResnet18: Net = {
  name: 'cifar-resnet18',
  batch: 32,
  input: { kind: 'real', shape: [32, 32, 3] },
  target: { kind: 'class', count: 10 },
  layers: [
    ['Conv2D', { filters: 64, kernel_size: 3, padding: 'same', use_bias: false }],
    ['BatchNormalization', {}],
    ['ReLU', {}],
    ...stage(64, 1),
    ...stage(128, 2),
    ...stage(256, 2),
    ...stage(512, 2),
    ['GlobalAveragePooling2D', {}],
    ['Dense', { units: 10 }],
  ],
  optimizer: ['Adam', {}],
  loss: ['SparseCategoricalCrossentropy', { from_logits: true }],
};
