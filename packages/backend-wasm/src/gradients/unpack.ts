import { type GradConfig, stack, type Tensor, Unpack, type UnpackAttrs } from '@tensorflow/tfjs-core';

/**
 * The parts of `tf.unstack` are put together again. TF.js hands a gradient function the tensor itself where a kernel has one
 * output, and its own gradient takes only lists: an axis of length 1 threw.
 */
export const unpackGradient: GradConfig = {
  kernelName: Unpack,
  gradFunc: (dy, _saved, attributes) => {
    const { axis } = attributes as unknown as UnpackAttrs;
    return { value: () => stack(Array.isArray(dy) ? dy : [dy as Tensor], axis) };
  },
};
