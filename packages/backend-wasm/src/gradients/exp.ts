import { Exp, exp, type GradConfig, mul, type Tensor } from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = e^x`: `dy * y`. */
export const expGradient: GradConfig = {
  kernelName: Exp,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, saved) => {
    const [x, y] = saved as [Tensor, Tensor];
    return { x: () => mul(dy as Tensor, isNested() ? exp(x) : y) };
  },
};
