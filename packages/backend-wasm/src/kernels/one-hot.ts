import { OneHot, type OneHotAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { floatWord, instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.oneHot`. tfjs's own writes floats as integers' bits, and bools as four bytes each. */
export const oneHotKernel = () =>
  defineKernel<{ indices: TensorInfo }, OneHotAttrs>(OneHot, ({ inputs, attrs, backend }) => {
    const { depth, onValue, offValue, dtype } = attrs as OneHotAttrs & { dtype: 'float32' | 'int32' | 'bool' };
    const { indices } = inputs;
    const rows = util.sizeFromShape(indices.shape);
    const out = backend.makeOutput([...indices.shape, depth], dtype);
    if (dtype === 'bool') {
      const [ids, to] = [backend.typedArrayFromHeap(indices), backend.typedArrayFromHeap(out)];
      to.fill(Number(offValue));
      ids.forEach((id, row) => {
        if (id >= 0 && id < depth) to[row * depth + id] = Number(onValue);
      });
      return out;
    }
    const [on, off] = dtype === 'float32' ? [floatWord(onValue), floatWord(offValue)] : [onValue, offValue];
    const args = [backend.address(indices), backend.address(out), rows, depth, on, off];
    if (rows * depth > 0) backend.device.execute(instruction(Opcode.OneHot, args, rows * depth));
    return out;
  });
