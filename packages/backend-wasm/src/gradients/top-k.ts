import {
  add,
  type GradConfig,
  mul,
  range,
  reshape,
  scalar,
  type Tensor,
  type Tensor1D,
  TopK,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';

/** The gradient of `tf.topk`: each value's part goes to the element it is; the indices have none. */
export const topKGradient: GradConfig = {
  kernelName: TopK,
  inputsToSave: ['x'],
  outputsToSave: [false, true],
  gradFunc: (dy, saved) => {
    const [x, indices] = saved as [Tensor, Tensor];
    const [dValues] = dy as Tensor[];
    return {
      x: () => {
        const length = x.shape.at(-1)!;
        const rows = x.size / length;
        const firsts = reshape(mul(range(0, rows, 1, 'int32'), scalar(length, 'int32')), [rows, 1]);
        const places = reshape(add(reshape(indices, [rows, -1]), firsts), [-1]) as Tensor1D;
        return reshape(unsortedSegmentSum(reshape(dValues!, [-1]), places, x.size), x.shape);
      },
    };
  },
};
