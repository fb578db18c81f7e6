import { addTo } from '../kernels/add-to';
import { argumentMaximum } from '../kernels/argument-maximum';
import { clip } from '../kernels/clip';
import { conv2d } from '../kernels/conv2d';
import { conv2dBackpropFilter } from '../kernels/conv2d-backprop-filter';
import { depthwiseConv2d } from '../kernels/depthwise-conv2d';
import { depthwiseConv2dBackpropFilter } from '../kernels/depthwise-conv2d-backprop-filter';
import { depthwiseConv2dBackpropInput } from '../kernels/depthwise-conv2d-backprop-input';
import { fill } from '../kernels/fill';
import { gather } from '../kernels/gather';
import { gatherSum } from '../kernels/gather-sum';
import { map } from '../kernels/map';
import { matmul } from '../kernels/matmul';
import { maximum } from '../kernels/maximum';
import { oneHot } from '../kernels/one-hot';
import { packPanels } from '../kernels/pack-panels';
import { pool } from '../kernels/pool';
import { poolGradient } from '../kernels/pool-gradient';
import { repeatElements } from '../kernels/repeat-elements';
import { segmentSum } from '../kernels/segment-sum';
import { slice } from '../kernels/slice';
import { sum } from '../kernels/sum';
import { threefryUniform } from '../kernels/threefry-uniform';
import { volumePatches } from '../kernels/volume-patches';
import { matmulBatch } from '../kernels/matmul-batch';
import { winogradFilterGradient } from '../kernels/winograd-filter-gradient';
import { winogradInput } from '../kernels/winograd-input';
import { winogradOutput } from '../kernels/winograd-output';
import { winogradOutputGradient } from '../kernels/winograd-output-gradient';
import { winogradWeights } from '../kernels/winograd-weights';
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
    case Opcode.Map: map(args, thread, threads); break;
    case Opcode.Maximum: maximum(args, thread, threads); break;
    case Opcode.DepthwiseConv2D: depthwiseConv2d(args, thread, threads); break;
    case Opcode.DepthwiseConv2DBackpropInput: depthwiseConv2dBackpropInput(args, thread, threads); break;
    case Opcode.DepthwiseConv2DBackpropFilter: depthwiseConv2dBackpropFilter(args, thread, threads); break;
    case Opcode.RepeatElements: repeatElements(args, thread, threads); break;
    case Opcode.Sum: sum(args, thread, threads); break;
    case Opcode.AddTo: addTo(args, thread, threads); break;
    case Opcode.Slice: slice(args, thread, threads); break;
    case Opcode.ThreefryUniform: threefryUniform(args, thread, threads); break;
    case Opcode.VolumePatches: volumePatches(args, thread, threads); break;
    case Opcode.Gather: gather(args, thread, threads); break;
    case Opcode.GatherSum: gatherSum(args, thread, threads); break;
    case Opcode.OneHot: oneHot(args, thread, threads); break;
    case Opcode.ArgumentMaximum: argumentMaximum(args, thread, threads); break;
    case Opcode.WinogradWeights: winogradWeights(args, thread, threads); break;
    case Opcode.WinogradInput: winogradInput(args, thread, threads); break;
    case Opcode.WinogradOutput: winogradOutput(args, thread, threads); break;
    case Opcode.WinogradOutputGradient: winogradOutputGradient(args, thread, threads); break;
    case Opcode.WinogradFilterGradient: winogradFilterGradient(args, thread, threads); break;
    case Opcode.MatMulBatch: matmulBatch(args, thread, threads); break;
    default: unreachable();
  }
}
