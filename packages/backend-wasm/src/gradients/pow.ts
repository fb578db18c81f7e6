import { type GradConfig, getGradient, Pow, pow, type Tensor } from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = a^b`: tfjs-core's own, which takes `y` for a constant, given a `y` that is not. */
export function powGradient(): GradConfig {
  const { gradFunc } = getGradient(Pow);
  return {
    kernelName: Pow,
    inputsToSave: ['a', 'b'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attributes) => {
      const [a, b, y] = saved as [Tensor, Tensor, Tensor];
      return gradFunc(dy, [a, b, isNested() ? pow(a, b) : y], attributes);
    },
  };
}
