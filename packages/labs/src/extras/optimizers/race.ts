import { randomPermutation } from '@tenlab/core';
import type { Callback, Model } from '@tenlab/layers';
import { DenseLayer, DenseNetwork, type Optimizer, softmaxCrossentropy } from '@tenlab/layers/handwritten';
import type { Flowers } from '../../labs/09-iris/iris-data';
import { handLoop } from '../../labs/shared/hand-loop';

export interface RaceOptions {
  epochs: number;
  batchSize: number;
  /** Orders the flowers; the same for all who race. */
  seed: number;
  callbacks: readonly Callback[];
  /** Whose weights these will be: callbacks may ask for it. */
  model?: Model;
}

/** Runs one optimizer over the flowers; returns the loss and the accuracy on all of them after each epoch. */
export async function race(
  network: DenseNetwork,
  optimizer: Optimizer,
  flowers: Flowers,
  { epochs, batchSize, seed, callbacks, model }: RaceOptions,
): Promise<Record<string, number[]>> {
  const { rows, labels } = asArrays(flowers);
  let order = randomPermutation(rows.length, seed);
  return handLoop({
    callbacks,
    ...(model === undefined ? {} : { model }),
    epochs,
    steps: Math.ceil(rows.length / batchSize),
    step(at, epoch) {
      if (at === 0) order = randomPermutation(rows.length, (seed + epoch) % 2 ** 32);
      const chosen = Array.from(order.subarray(at * batchSize, (at + 1) * batchSize));
      const { gradients } = softmaxCrossentropy(
        chosen.map((row) => labels[row]!),
        network.forward(chosen.map((row) => rows[row]!)),
      );
      network.backward(gradients);
      optimizer.update(network.parameters, network.gradients);
    },
    endEpoch: async () => judge(network, flowers),
  });
}

/** Loss and accuracy on some flowers. */
export function judge(network: DenseNetwork, flowers: Flowers): { loss: number; accuracy: number } {
  const { rows, labels } = asArrays(flowers);
  const logits = network.forward(rows);
  const right = logits.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]).length;
  return { loss: softmaxCrossentropy(labels, logits).loss, accuracy: right / rows.length };
}

/** A copy that learns by itself: all who race start from the same weights. */
export function copyOf({ layers }: DenseNetwork): DenseNetwork {
  return new DenseNetwork(
    layers.map(
      ({ weights, biases, activation }) =>
        new DenseLayer(
          weights.map((row) => [...row]),
          [...biases],
          activation,
        ),
    ),
  );
}

function asArrays({ x, y }: Flowers): { rows: number[][]; labels: number[] } {
  const columns = x.shape[1];
  const rows = Array.from(y, (_, row) => Array.from(x.data.subarray(row * columns, (row + 1) * columns)));
  return { rows, labels: Array.from(y) };
}
