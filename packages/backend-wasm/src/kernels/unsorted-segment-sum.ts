import { type TensorInfo, UnsortedSegmentSum, type UnsortedSegmentSumAttrs, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/**
 * The kernel of `tf.unsortedSegmentSum`, and with it the gradient of an embedding: row i of `x` is added to row
 * `segmentIds[i]` of the result. Rows whose id is not a segment are left out.
 */
export const unsortedSegmentSumKernel = defineKernel<
  { x: TensorInfo; segmentIds: TensorInfo },
  UnsortedSegmentSumAttrs
>(UnsortedSegmentSum, ({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) => {
  const [rows, ...rest] = x.shape as [number, ...number[]];
  const columns = util.sizeFromShape(rest);
  const out = backend.makeOutput([numSegments, ...rest], x.dtype);
  const integers = Number(x.dtype === 'int32');
  backend.device.execute(
    instruction(Opcode.Fill, [backend.address(out), numSegments * columns, 0], numSegments * columns),
    instruction(
      Opcode.SegmentSum,
      [backend.address(x), backend.address(segmentIds), backend.address(out), rows, columns, numSegments, integers, 1],
      rows * (columns + 4),
    ),
  );
  return out;
});
