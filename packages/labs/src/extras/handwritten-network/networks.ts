import { deriveSeed, randomNormalValues } from '@tenlab/core';
import { Dense, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';
import { DenseLayer, DenseNetwork } from '@tenlab/layers/handwritten';
import * as tf from '@tensorflow/tfjs-core';

/** How many hidden units are tried. */
export const sizes = [100, 200, 300] as const;

export type Size = `hidden${(typeof sizes)[number]}`;

export const nameOf = (size: (typeof sizes)[number]): Size => `hidden${size}`;

/** Inputs and outputs: the pixels of a digit, and a logit for each of ten. */
export const ends = { pixels: 784, classes: 10 };

/**
 * A network of plain arrays, one hidden layer with ReLU. Weights are normal with deviation `sqrt(2 / inputs)` (He et al. 2015), so
 * that signals neither grow nor fade from layer to layer; biases begin at 0.
 */
export function handwrittenNetwork(hidden: number): DenseNetwork {
  return new DenseNetwork([
    new DenseLayer(normal(ends.pixels, hidden), zeros(hidden), 'relu'),
    new DenseLayer(normal(hidden, ends.classes), zeros(ends.classes)),
  ]);
}

/** The same network of the package's layers: what the arrays are held against, and how they are kept. */
export function twinNetwork(hidden: number): Sequential {
  const model = new Sequential([
    new Dense({ units: hidden, activation: 'relu', inputShape: [ends.pixels] }),
    new Dense({ units: ends.classes }),
  ]);
  model.compile({
    optimizer: 'sgd',
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}

/** Gives the twin what the arrays have learned. */
export function copyInto(twin: Sequential, { layers }: DenseNetwork): void {
  const values = layers.flatMap(({ weights, biases }) => [tf.tensor2d(weights), tf.tensor1d(biases)]);
  twin.setWeights(values);
  tf.dispose(values);
}

function normal(rows: number, columns: number): number[][] {
  const values = randomNormalValues(rows * columns, { stddev: Math.sqrt(2 / rows), seed: deriveSeed() });
  return Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)));
}

function zeros(count: number): number[] {
  return new Array(count).fill(0);
}
