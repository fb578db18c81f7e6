import { backend_util, GatherV2, type GatherV2Attrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/**
 * The kernel of `tf.gather`, and with it an embedding. tfjs's own takes wrong rows where there are batch axes.
 * An index that is no row is refused by the instruction: the step stays a program without a look at the indices from here.
 */
export const gatherV2Kernel = defineKernel<{ x: TensorInfo; indices: TensorInfo }, GatherV2Attrs>(
  GatherV2,
  ({ inputs: { x, indices }, attrs, backend }) => {
    const axis = util.parseAxisParam(attrs.axis, x.shape)[0]!;
    const rows = x.shape[axis]!;
    const batchDims = attrs.batchDims ?? 0;
    const info = backend_util.segment_util.collectGatherOpShapeInfo(x as never, indices as never, axis, batchDims);
    const out = backend.makeOutput(info.outputShape, x.dtype);
    const runBytes = info.sliceSize * util.bytesPerElement(x.dtype);
    const addresses = [backend.address(x), backend.address(indices), backend.address(out)];
    const taken = util.sizeFromShape(indices.shape) / Math.max(1, info.batchSize);
    const runs = info.batchSize * info.outerSize * taken;
    if (runs === 0) return out;
    const args = [...addresses, info.batchSize, info.outerSize, rows, taken, runBytes, backend.device.refusals];
    try {
      backend.device.execute(instruction(Opcode.Gather, args, (runs * (runBytes + 16)) / 4));
    } catch (error) {
      backend.disposeData(out.dataId);
      throw error;
    }
    return out;
  },
);
