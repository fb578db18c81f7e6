import type { backend_util } from '@tensorflow/tfjs-core';
import { BackendError } from '../../errors';

/** The activations that products apply to their result, by the numbers of `assembly/lib/activation.ts`. */
const numbers: Partial<Record<backend_util.Activation, number>> = {
  linear: 0,
  relu: 1,
  relu6: 2,
  prelu: 3,
  leakyrelu: 4,
  sigmoid: 5,
  elu: 6,
};

/** The number of a fused activation. Throws for one that products cannot apply. */
export function activationNumber(activation: backend_util.Activation | undefined, place: string): number {
  const number = numbers[activation ?? 'linear'];
  if (number === undefined) {
    throw new BackendError({
      code: 'unsupported',
      place,
      expected: `\`activation\` must be one of ${Object.keys(numbers).join(', ')}`,
      received: String(activation),
      remedy: 'Apply the activation as an operation of its own after this one.',
    });
  }
  return number;
}
