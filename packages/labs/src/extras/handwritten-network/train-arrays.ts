import { randomPermutation } from '@tenlab/core';
import type { Callback, Model } from '@tenlab/layers';
import { type DenseNetwork, type Optimizer, softmaxCrossentropy } from '@tenlab/layers/handwritten';
import { handLoop } from '../../labs/shared/hand-loop';

/** Rows of numbers with a label for each; a row is read when its turn comes. */
export interface LabelledRows {
  length: number;
  row(index: number): number[];
  label(index: number): number;
}

export interface ArrayTraining {
  optimizer: Optimizer;
  epochs: number;
  batchSize: number;
  /** Orders the rows anew for each epoch. */
  seed: number;
  callbacks: readonly Callback[];
  /** Whose weights these will be: callbacks may ask for it. */
  model: Model;
  validation: LabelledRows;
}

/** Trains a network of plain arrays; returns what each metric did over the epochs. */
export async function trainArrays(
  network: DenseNetwork,
  rows: LabelledRows,
  { optimizer, epochs, batchSize, seed, callbacks, model, validation }: ArrayTraining,
): Promise<Record<string, number[]>> {
  let order = randomPermutation(rows.length, seed);
  let seen = { loss: 0, right: 0 };
  return handLoop({
    callbacks,
    model,
    epochs,
    steps: Math.ceil(rows.length / batchSize),
    step(at, epoch) {
      if (at === 0) {
        order = randomPermutation(rows.length, (seed + epoch) % 2 ** 32);
        seen = { loss: 0, right: 0 };
      }
      const chosen = Array.from(order.subarray(at * batchSize, (at + 1) * batchSize));
      const labels = chosen.map((index) => rows.label(index));
      // The four lines of every training step.
      const logits = network.forward(chosen.map((index) => rows.row(index)));
      const { loss, gradients } = softmaxCrossentropy(labels, logits);
      network.backward(gradients);
      optimizer.update(network.parameters, network.gradients);

      seen.loss += loss * chosen.length;
      seen.right += countRight(logits, labels);
    },
    async endEpoch() {
      const { loss, accuracy } = measureArrays(network, validation);
      return {
        loss: seen.loss / rows.length,
        accuracy: seen.right / rows.length,
        val_loss: loss,
        val_accuracy: accuracy,
      };
    },
  });
}

/** Loss and accuracy on some rows, and the logits of each. */
export function measureArrays(
  network: DenseNetwork,
  rows: LabelledRows,
): { loss: number; accuracy: number; logits: number[][] } {
  const all = Array.from({ length: rows.length }, (_, index) => index);
  const labels = all.map((index) => rows.label(index));
  const logits = all.flatMap((index) => network.forward([rows.row(index)]));
  const { loss } = softmaxCrossentropy(labels, logits);
  return { loss, accuracy: countRight(logits, labels) / rows.length, logits };
}

function countRight(logits: readonly number[][], labels: readonly number[]): number {
  return logits.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]).length;
}
