import { type GradConfig, mul, Sigmoid, scalar, sigmoid, sub, type Tensor } from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = 1 / (1 + e^-x)`: `dy * y * (1 - y)`. */
export const sigmoidGradient: GradConfig = {
  kernelName: Sigmoid,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, saved) => {
    const [x, output] = saved as [Tensor, Tensor];
    return {
      x: () => {
        const y = isNested() ? sigmoid(x) : output;
        return mul(dy as Tensor, mul(y, sub(scalar(1), y)));
      },
    };
  },
};
