import {
  Elu,
  EluGrad,
  engine,
  exp,
  type GradConfig,
  greater,
  minimum,
  mul,
  onesLike,
  scalar,
  type Tensor,
  where,
} from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = x > 0 ? x : e^x - 1`: `dy * (x > 0 ? 1 : e^x)`. */
export const eluGradient: GradConfig = {
  kernelName: Elu,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, saved) => {
    const [x, y] = saved as [Tensor, Tensor];
    return {
      x: () => {
        if (!isNested()) return engine().runKernel(EluGrad, { dy: dy as Tensor, y }) as Tensor;
        // e^x only of what is below 0: infinity times the 0 of the branch not taken would be NaN.
        const slope = where(greater(x, scalar(0)), onesLike(x), exp(minimum(x, scalar(0))));
        return mul(dy as Tensor, slope);
      },
    };
  },
};
