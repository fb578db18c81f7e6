import {
  type GradConfig,
  mul,
  Softmax,
  type SoftmaxAttrs,
  softmax,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { isNested } from './nested';

/** The gradient of `y = softmax(x)`: `(dy - sum(dy * y)) * y`. */
export const softmaxGradient: GradConfig = {
  kernelName: Softmax,
  inputsToSave: ['logits'],
  outputsToSave: [true],
  gradFunc: (dy, saved, attributes) => {
    const [logits, output] = saved as [Tensor, Tensor];
    const { dim } = attributes as unknown as SoftmaxAttrs;
    return {
      logits: () => {
        const y = isNested() ? softmax(logits, dim) : output;
        const weighted = mul(dy as Tensor, y);
        return sub(weighted, mul(sum(weighted, [dim], true), y));
      },
    };
  },
};
