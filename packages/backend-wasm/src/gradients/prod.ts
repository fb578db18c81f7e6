import {
  backend_util,
  cumprod,
  type GradConfig,
  mul,
  Prod,
  type ProdAttrs,
  reshape,
  type Tensor,
  transpose,
  util,
} from '@tensorflow/tfjs-core';

/** The gradient of `tf.prod`: `dy` times the product of all the other elements, also where some are 0. */
export const prodGradient: GradConfig = {
  kernelName: Prod,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const axes = util.parseAxisParam((attributes as unknown as ProdAttrs).axis, x.shape);
    return { x: () => gradientOf(dy as Tensor, x, axes) };
  },
};

function gradientOf(dy: Tensor, x: Tensor, axes: number[]): Tensor {
  const kept = x.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const order = [...kept, ...axes];
  const turned = transpose(x, order);
  const rows = util.sizeFromShape(kept.map((axis) => x.shape[axis]!));
  const elements = reshape(turned, [rows, -1]);
  const others = mul(cumprod(elements, 1, true, false), cumprod(elements, 1, true, true));
  const result = reshape(mul(others, reshape(dy, [rows, 1])), turned.shape);
  return transpose(result, backend_util.getUndoAxesPermutation(order));
}
