import { TenlabError } from '@tenlab/core';

/** The loss of a batch, and how it changes with each prediction. */
export interface LossAndGradients {
  loss: number;
  gradients: number[][];
}

/**
 * `L = Σ (p - y)² / N` over all `N` predictions, and `dL/dp = 2 (p - y) / N`. The twin of `MeanSquaredError`.
 *
 * @example
 * meanSquaredError([[1], [3]], [[2], [3]]); // { loss: 0.5, gradients: [[1], [0]] }
 */
export function meanSquaredError(targets: readonly number[][], predictions: readonly number[][]): LossAndGradients {
  const count = predictions.length * (predictions[0]?.length ?? 0);
  let loss = 0;
  const gradients = predictions.map((row, n) =>
    row.map((p, j) => {
      const difference = p - targets[n]![j]!;
      loss += difference ** 2 / count;
      return (2 * difference) / count;
    }),
  );
  return { loss, gradients };
}

/**
 * `L = -Σ log softmax(z)[label] / n` over `n` samples, and `dL/dz = (softmax(z) - onehot(label)) / n`: what the two give together
 * is simpler than either. The twin of `SparseCategoricalCrossentropy({ fromLogits: true })`.
 *
 * Throws on a label that is no class.
 *
 * @example
 * softmaxCrossentropy([0], [[0, 0]]); // { loss: 0.6931471805599453, gradients: [[-0.5, 0.5]] }
 */
export function softmaxCrossentropy(labels: readonly number[], logits: readonly number[][]): LossAndGradients {
  let loss = 0;
  const gradients = logits.map((row, n) => {
    const label = labels[n]!;
    if (row[label] === undefined) throw noClass(label, row.length);
    // Less the largest: the same softmax, and no power overflows.
    const largest = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    loss -= Math.log(powers[label]! / total) / logits.length;
    return powers.map((power, j) => (power / total - (j === label ? 1 : 0)) / logits.length);
  });
  return { loss, gradients };
}

function noClass(label: number, classes: number): TenlabError {
  return new TenlabError({
    code: 'invalid-label',
    place: 'softmaxCrossentropy',
    expected: `labels must be whole numbers from 0 to ${classes - 1}`,
    received: label,
    remedy: 'Give the last layer one unit per class.',
  });
}
