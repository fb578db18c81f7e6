import { type GradConfig, mul, scalar, square, sub, Tanh, type Tensor, tanh } from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = tanh x`: `dy * (1 - y^2)`. */
export const tanhGradient: GradConfig = {
  kernelName: Tanh,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, saved) => {
    const [x, output] = saved as [Tensor, Tensor];
    return {
      x: () => {
        const y = isNested() ? tanh(x) : output;
        return mul(sub(scalar(1), square(y)), dy as Tensor);
      },
    };
  },
};
