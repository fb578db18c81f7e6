import { type TensorInfo, Tile, type TileAttrs, util } from '@tensorflow/tfjs-core';
import { expressionInstruction, inputOf } from './elementwise/expression';
import { defineKernel, stockKernel } from './shared/kernel';
import { areFew, copyAlong, joinLoops } from './shared/loops';

/**
 * The kernel of `tf.tile`, and with it `tf.broadcastTo` and the gradients of sums and means. Where the result is a
 * broadcast it is an element-wise instruction, which in a compiled step becomes part of what reads it.
 */
export const tileKernel = () => {
  const stock = stockKernel(Tile);
  return defineKernel<{ x: TensorInfo }, TileAttrs>(Tile, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const reps = attrs.reps.map((count, axis) => ({ count, length: x.shape[axis]! }));
    const steps = [...util.computeStrides(x.shape), 1];
    const loops = joinLoops(
      reps.flatMap(({ count, length }, axis) => [
        { length: count, step: 0 },
        { length, step: steps[axis]! },
      ]),
    );
    if (reps.length !== x.shape.length || x.dtype === 'complex64' || x.dtype === 'string' || !areFew(loops))
      return stock(call);
    if (attrs.reps.every((count) => count === 1)) {
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    }
    const shape = reps.map(({ count, length }) => count * length);
    const out = backend.makeOutput(shape, x.dtype);
    const size = util.sizeFromShape(shape);
    const isBroadcast = reps.every(({ count, length }) => count === 1 || length === 1);
    const input = isBroadcast && size > 0 ? inputOf(x, backend.address(x), shape) : undefined;
    if (!input) {
      copyAlong(backend, x, out, loops);
      return out;
    }
    const outputs = [{ address: backend.address(out), register: 0, lane: input.lane }];
    backend.device.execute(expressionInstruction({ size, inputs: [input], operations: [], outputs }));
    return out;
  });
};
