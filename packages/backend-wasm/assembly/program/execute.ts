import { clip } from '../kernels/clip';
import { conv2d } from '../kernels/conv2d';
import { conv2dBackpropFilter } from '../kernels/conv2d-backprop-filter';
import { fill } from '../kernels/fill';
import { matmul } from '../kernels/matmul';
import { packPanels } from '../kernels/pack-panels';
import { pool } from '../kernels/pool';
import { poolGradient } from '../kernels/pool-gradient';
import { segmentSum } from '../kernels/segment-sum';
import { Opcode } from './opcodes';

/** Runs one thread's share of one instruction. */
export function execute(opcode: i32, args: usize, thread: i32, threads: i32): void {
  switch (opcode) {
    case Opcode.PackPanels: packPanels(args, thread, threads); break;
    case Opcode.MatMul: matmul(args, thread, threads); break;
    case Opcode.Conv2D: conv2d(args, thread, threads); break;
    case Opcode.Conv2DBackpropFilter: conv2dBackpropFilter(args, thread, threads); break;
    case Opcode.Pool: pool(args, thread, threads); break;
    case Opcode.PoolGradient: poolGradient(args, thread, threads); break;
    case Opcode.Clip: clip(args, thread, threads); break;
    case Opcode.SegmentSum: segmentSum(args, thread, threads); break;
    case Opcode.Fill: fill(args, thread, threads); break;
    default: unreachable();
  }
}
