import { deriveSeed, randomNormalValues } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import { DenseLayer, DenseNetwork } from '@tenlab/layers/handwritten';
import * as tf from '@tensorflow/tfjs-core';

/**
 * A network of plain arrays with these numbers of inputs, hidden units and outputs; ReLU between, logits at the end. Weights are
 * normal with deviation `sqrt(2 / inputs)` (He et al. 2015), so that signals neither grow nor fade from layer to layer; biases
 * begin at 0.
 *
 * @example
 * arrayNetwork([784, 100, 10]).forward([pixels]); // one row of ten logits
 */
export function arrayNetwork(counts: readonly number[]): DenseNetwork {
  const layers = counts.slice(1).map((units, index) => {
    const inputs = counts[index]!;
    const activation = index === counts.length - 2 ? 'linear' : 'relu';
    return new DenseLayer(normal(inputs, units), new Array<number>(units).fill(0), activation);
  });
  return new DenseNetwork(layers);
}

/** Gives a model of the package's layers what the arrays have learned. */
export function copyInto(twin: Sequential, { layers }: DenseNetwork): void {
  const values = layers.flatMap(({ weights, biases }) => [tf.tensor2d(weights), tf.tensor1d(biases)]);
  twin.setWeights(values);
  tf.dispose(values);
}

function normal(rows: number, columns: number): number[][] {
  const values = randomNormalValues(rows * columns, { stddev: Math.sqrt(2 / rows), seed: deriveSeed() });
  return Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)));
}
