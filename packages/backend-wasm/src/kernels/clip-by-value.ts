import { ClipByValue, type ClipByValueAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { floatWord, instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.clipByValue`. A NaN stays NaN, which tfjs's own vector loop loses. */
export const clipByValueKernel = defineKernel<{ x: TensorInfo }, ClipByValueAttrs>(
  ClipByValue,
  ({ inputs: { x }, attrs, backend }) => {
    const { clipValueMin, clipValueMax } = attrs;
    const integers = x.dtype === 'int32';
    // tfjs gives what is written to an int32 array: a limit's fraction is cut off.
    const limit = (value: number) =>
      integers ? Math.trunc(Math.min(2 ** 31 - 1, Math.max(-(2 ** 31), value))) : floatWord(value);
    const out = backend.makeOutput(x.shape, x.dtype);
    const size = util.sizeFromShape(x.shape);
    const args = [
      backend.address(x),
      backend.address(out),
      size,
      limit(clipValueMin),
      limit(clipValueMax),
      Number(integers),
    ];
    backend.device.execute(instruction(Opcode.Clip, args, size));
    return out;
  },
);
