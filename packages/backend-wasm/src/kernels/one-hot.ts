import { OneHot, type OneHotAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { floatWord, instruction } from '../program/instruction';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.oneHot`. tfjs's own writes floats as integers' bits. */
export const oneHotKernel = () => {
  const stock = stockKernel(OneHot);
  return defineKernel<{ indices: TensorInfo }, OneHotAttrs>(OneHot, (call) => {
    const { inputs, attrs, backend } = call;
    const { depth, onValue, offValue, dtype } = attrs as OneHotAttrs & { dtype: 'float32' | 'int32' | 'bool' };
    if (dtype === 'bool') return stock(call);
    const { indices } = inputs;
    const rows = util.sizeFromShape(indices.shape);
    const out = backend.makeOutput([...indices.shape, depth], dtype);
    const [on, off] = dtype === 'float32' ? [floatWord(onValue), floatWord(offValue)] : [onValue, offValue];
    const args = [backend.address(indices), backend.address(out), rows, depth, on, off];
    if (rows * depth > 0) backend.device.execute(instruction(Opcode.OneHot, args, rows * depth));
    return out;
  });
};
