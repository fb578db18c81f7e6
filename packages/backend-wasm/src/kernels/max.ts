import { backend_util, Max, type MaxAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.max` for float32 along the first, last or neighbouring axes; the rest is tfjs's own. */
export const maxKernel = () => {
  const stock = stockKernel(Max);
  return defineKernel<{ x: TensorInfo }, MaxAttrs>(Max, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const axes = util.parseAxisParam(attrs.reductionIndices, x.shape);
    const [first, last] = [axes[0] ?? 0, axes.at(-1) ?? 0];
    const [reduced] = backend_util.computeOutAndReduceShapes(x.shape, axes);
    const size = (from: number, to: number) => util.sizeFromShape(x.shape.slice(from, to));
    const [outer, axis, inner] = [size(0, first), size(first, last + 1), size(last + 1, x.shape.length)];
    if (x.dtype !== 'float32' || axes.length === 0 || last - first + 1 !== axes.length || outer * axis * inner === 0)
      return stock(call);
    const out = backend.makeOutput(
      attrs.keepDims ? backend_util.expandShapeToKeepDim(reduced, axes) : reduced,
      'float32',
    );
    backend.device.execute(
      instruction(Opcode.Maximum, [backend.address(x), backend.address(out), outer, axis, inner], outer * axis * inner),
    );
    return out;
  });
};
