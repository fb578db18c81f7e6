import { TenlabError } from '@tenlab/core';
import { type HostArray, type Model, readVariable, type Weight } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/**
 * A model's weights at one moment, on the host, by place and name: no tensor is held, and later updates in place do not reach it.
 * It may go into a callback's state as it is.
 */
export type WeightSnapshot = ReadonlyMap<string, HostArray>;

/** Copies a model's weights. */
export async function takeSnapshot(model: Model): Promise<WeightSnapshot> {
  const snapshot = new Map<string, HostArray>();
  for (const [key, { value }] of named(model)) snapshot.set(key, await readVariable(value));
  return snapshot;
}

/** Puts them back. Throws where the model has got other weights in between. */
export function restoreSnapshot(model: Model, snapshot: WeightSnapshot): void {
  const weights = named(model);
  if (weights.length !== snapshot.size || weights.some(([key]) => !snapshot.has(key))) {
    throw new TenlabError({
      code: 'weights-changed',
      expected: `the ${snapshot.size} weights that were copied`,
      received: weights.map(([, { path }]) => path),
      remedy: 'Add no layers to a model while it is trained.',
    });
  }
  for (const [key, weight] of weights) {
    tf.tidy(() => weight.assign(tf.tensor(snapshot.get(key)!.data, weight.shape, weight.dtype)));
  }
}

function named(model: Model): [string, Weight][] {
  return model.weights.map((weight, index) => [`${index}/${weight.name}`, weight]);
}
