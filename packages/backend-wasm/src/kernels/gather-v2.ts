import { backend_util, GatherV2, type GatherV2Attrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { BackendError } from '../errors';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.gather`, and with it an embedding. tfjs's own takes wrong rows where there are batch axes. */
export const gatherV2Kernel = defineKernel<{ x: TensorInfo; indices: TensorInfo }, GatherV2Attrs>(
  GatherV2,
  ({ inputs: { x, indices }, attrs, backend }) => {
    const axis = util.parseAxisParam(attrs.axis, x.shape)[0]!;
    const rows = x.shape[axis]!;
    checkIndices(backend.typedArrayFromHeap(indices), rows);
    const batchDims = attrs.batchDims ?? 0;
    const info = backend_util.segment_util.collectGatherOpShapeInfo(x as never, indices as never, axis, batchDims);
    const out = backend.makeOutput(info.outputShape, x.dtype);
    const runBytes = info.sliceSize * util.bytesPerElement(x.dtype);
    const addresses = [backend.address(x), backend.address(indices), backend.address(out)];
    const taken = util.sizeFromShape(indices.shape) / Math.max(1, info.batchSize);
    const runs = info.batchSize * info.outerSize * taken;
    if (runs * runBytes === 0) return out;
    const args = [...addresses, info.batchSize, info.outerSize, rows, taken, runBytes];
    backend.device.execute(instruction(Opcode.Gather, args, (runs * (runBytes + 16)) / 4));
    return out;
  },
);

function checkIndices(indices: ArrayLike<number>, rows: number): void {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (index >= 0 && index < rows) continue;
    throw new BackendError({
      code: 'out-of-range',
      place: 'GatherV2',
      // The words that tfjs uses on every backend; programs look for them.
      expected: `the index value ${index} is not in [0, ${rows - 1}]`,
      received: `${index} at place ${i} of the indices`,
      remedy: 'Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).',
    });
  }
}
