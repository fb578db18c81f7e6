import { type TensorInfo, Transpose, type TransposeAttrs, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { maxBlockAxes } from './shared/block';
import { defineKernel, stockKernel } from './shared/kernel';

/** An axis of the result: how long, and how far apart its elements lie in the input. */
interface Axis {
  length: number;
  step: number;
}

/** The kernel of `tf.transpose`. A permutation that moves nothing hands the same data on. */
export const transposeKernel = () => {
  const stock = stockKernel(Transpose);
  return defineKernel<{ x: TensorInfo }, TransposeAttrs>(Transpose, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const shape = attrs.perm.map((axis) => x.shape[axis]!);
    const total = util.sizeFromShape(shape);
    const axes = joinedAxes(x, attrs.perm);
    if (axes.length <= 1 && (axes[0]?.step ?? 1) === 1) {
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape, dtype: x.dtype };
    }
    const run = axes.at(-1)!.step === 1 ? axes.pop()!.length : 1;
    if (axes.length > maxBlockAxes) return stock(call);
    const out = backend.makeOutput(shape, x.dtype);
    if (total === 0) return out;
    const bytes = util.bytesPerElement(x.dtype);
    while (axes.length < maxBlockAxes) axes.unshift({ length: 1, step: 0 });
    const loops = [...axes.map(({ length }) => length), ...axes.map(({ step }) => step * bytes)];
    backend.device.execute(
      instruction(Opcode.Slice, [backend.address(x), backend.address(out), run * bytes, ...loops], total * 2),
    );
    return out;
  });
};

/** The axes of the result, those of length 1 left out and neighbours that stay neighbours joined. */
function joinedAxes(x: TensorInfo, perm: readonly number[]): Axis[] {
  const steps = [...util.computeStrides(x.shape), 1];
  const joined: Axis[] = [];
  for (const axis of perm) {
    const [length, step] = [x.shape[axis]!, steps[axis]!];
    const before = joined.at(-1);
    if (length === 1) continue;
    if (before && before.step === step * length) {
      before.length *= length;
      before.step = step;
    } else {
      joined.push({ length, step });
    }
  }
  return joined;
}
