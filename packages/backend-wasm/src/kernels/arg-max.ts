import { ArgMax, type ArgMaxAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.argMax` along the last axis of float32; the rest is tfjs's own. */
export const argMaxKernel = () => {
  const stock = stockKernel(ArgMax);
  return defineKernel<{ x: TensorInfo }, ArgMaxAttrs>(ArgMax, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const [axis] = util.parseAxisParam(attrs.axis, x.shape);
    const size = util.sizeFromShape(x.shape);
    if (x.dtype !== 'float32' || axis !== x.shape.length - 1 || size === 0) return stock(call);
    const columns = x.shape.at(-1)!;
    const out = backend.makeOutput(x.shape.slice(0, -1), 'int32');
    const args = [backend.address(x), backend.address(out), size / columns, columns];
    backend.device.execute(instruction(Opcode.ArgumentMaximum, args, size));
    return out;
  });
};
