import { TenlabError } from '@tenlab/core';
import type { Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/** A model's weights at one moment, on the host: no tensor is held, and later updates in place do not reach it. */
export type WeightSnapshot = readonly { path: string; values: tf.TypedArray }[];

/** Copies a model's weights. */
export async function takeSnapshot(model: Model): Promise<WeightSnapshot> {
  return Promise.all(
    model.weights.map(async ({ path, value }) => ({ path, values: ((await value.data()) as tf.TypedArray).slice() })),
  );
}

/** Puts them back. Throws where the model has got other weights in between. */
export function restoreSnapshot(model: Model, snapshot: WeightSnapshot): void {
  const weights = model.weights;
  if (weights.length !== snapshot.length || weights.some(({ path }, index) => path !== snapshot[index]?.path)) {
    throw new TenlabError({
      code: 'weights-changed',
      expected: `the ${snapshot.length} weights that were copied`,
      received: weights.map(({ path }) => path),
      remedy: 'Add no layers to a model while it is trained.',
    });
  }
  for (const [index, weight] of weights.entries()) {
    tf.tidy(() => weight.assign(tf.tensor(snapshot[index]!.values, weight.shape, weight.dtype)));
  }
}
