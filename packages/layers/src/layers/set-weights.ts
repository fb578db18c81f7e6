import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Layer } from './layer';

/** Sets all weights of a layer, in the order of `weights`. Throws when their number or a shape differs; then nothing has changed. */
export function setWeightsOf({ weights, place, built }: Layer, values: readonly tf.Tensor[]): void {
  if (weights.length !== values.length) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: `there must be ${weights.length} tensors`,
      received: inWords(`${values.length} tensors`),
      remedy: built
        ? 'Give one tensor for each of `weights`, in that order.'
        : 'Build the layer first: it has no weights yet.',
    });
  }
  for (const [index, weight] of weights.entries()) weight.expectFit(values[index] as tf.Tensor);
  for (const [index, weight] of weights.entries()) weight.assign(values[index] as tf.Tensor);
}
