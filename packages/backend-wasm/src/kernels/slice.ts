import { Slice, type SliceAttrs, slice_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel, stockKernel } from './shared/kernel';

/** Loops that the kernel's instruction has room for, beside the run of neighbours. */
const loops = 5;

/** The kernel of `tf.slice`. Nothing but the slice is copied, and what lies outside the tensor is an error. */
export const sliceKernel = () => {
  const stock = stockKernel(Slice);
  return defineKernel<{ x: TensorInfo }, SliceAttrs>(Slice, (call) => {
    const {
      inputs: { x },
      attrs,
      backend,
    } = call;
    const [begin, size] = slice_util.parseSliceParams(x, attrs.begin, attrs.size) as [number[], number[]];
    slice_util.assertParamsValid(x, begin, size);
    if (x.dtype === 'bool' || x.shape.length > loops) return stock(call);
    const out = backend.makeOutput(size, x.dtype);
    const total = util.sizeFromShape(size);
    if (total === 0) return out;
    const steps = [...util.computeStrides(x.shape), 1].slice(-x.shape.length).map((step) => step * 4);
    // Axes taken whole from the back on, and the one before them, are one run of neighbours.
    let axis = x.shape.length;
    let run = 1;
    while (axis > 0) {
      axis--;
      run *= size[axis]!;
      if (size[axis] !== x.shape[axis]) break;
    }
    const from = backend.address(x) + begin.reduce((sum, start, i) => sum + start * steps[i]!, 0);
    const lengths = [...Array<number>(loops - axis).fill(1), ...size.slice(0, axis)];
    const loopSteps = [...Array<number>(loops - axis).fill(0), ...steps.slice(0, axis)];
    backend.device.execute(
      instruction(Opcode.Slice, [from, backend.address(out), run * 4, ...lengths, ...loopSteps], total),
    );
    return out;
  });
};
