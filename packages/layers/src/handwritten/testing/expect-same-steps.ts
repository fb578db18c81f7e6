import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { Optimizer } from '../../optimizers/index';
import { Weight } from '../../weight';
import type { Optimizer as HandwrittenOptimizer } from '../optimizer';

/** Gives both optimizers the same parameters and 30 irregular gradients, and expects the same parameters after each step. */
export async function expectSameSteps(makeReal: () => Optimizer, handwritten: HandwrittenOptimizer): Promise<void> {
  await useBackend('cpu');
  const real = makeReal();
  const parameters = [[0.5, -1.25, 2], [0.1]];
  const weights = parameters.map(
    (list, i) => new Weight({ name: `w${i}`, shape: [list.length], value: tf.tensor1d(list) }),
  );
  for (let step = 0; step < 30; step++) {
    const gradients = parameters.map((list, i) => list.map((w, j) => Math.sin(3 * step + i + 2 * j) * (1 + j) + w / 4));
    real.apply(
      gradients.map((list) => tf.tensor1d(list)),
      weights,
    );
    handwritten.update(parameters, gradients);
    for (const [i, list] of parameters.entries()) {
      const values = weights[i]!.read().dataSync();
      for (const [j, w] of list.entries()) expect(Math.abs(values[j]! - w)).toBeLessThan(1e-5);
    }
  }
}
