import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { type Instruction, instruction } from '../../program/instruction';
import type { WasmBackend } from '../../wasm-backend';

/** Axes that the kernel's instruction has room for. */
export const maxBlockAxes = 5;

/** Which elements of a tensor: along each axis the first one, how many, and how far apart (backwards if negative). */
export interface Block {
  readonly begin: readonly number[];
  readonly size: readonly number[];
  readonly strides?: readonly number[];
}

/** Copies a block of `x`, of at most `maxBlockAxes` axes, to `out`, whatever shape that has. */
export function copyBlock(backend: WasmBackend, x: TensorInfo, out: TensorInfo, block: Block): void {
  const total = util.sizeFromShape([...block.size]);
  if (total === 0) return;
  const { offset, run, loops } = runsOf(x, block);
  const from = backend.address(x) + offset;
  backend.device.execute(copyRuns(from, backend.address(out), run, loops, denseSteps(run, loops), total));
}

/** Copies `x`, of at most `maxBlockAxes` axes, into `out` so that its first element comes to `begin`; the rest stays as it is. */
export function placeBlock(backend: WasmBackend, x: TensorInfo, out: TensorInfo, begin: readonly number[]): void {
  const total = util.sizeFromShape(x.shape);
  if (total === 0) return;
  const { offset, run, loops } = runsOf(out, { begin, size: x.shape });
  const within = loops.map(({ step }) => step);
  const dense = denseSteps(run, loops).map((step, loop) => ({ length: loops[loop]!.length, step }));
  backend.device.execute(copyRuns(backend.address(x), backend.address(out) + offset, run, dense, within, total));
}

/** A loop of a copy: its turns, and from one to the next the bytes in what is read. */
interface ByteLoop {
  readonly length: number;
  readonly step: number;
}

/** Copies runs of neighbours that up to `maxBlockAxes` loops come by; `outSteps` are the bytes from turn to turn in `to`. */
export function copyRuns(
  from: number,
  to: number,
  runBytes: number,
  loops: readonly ByteLoop[],
  outSteps: readonly number[],
  work: number,
): Instruction {
  const none = maxBlockAxes - loops.length;
  const [ones, zeros] = [Array<number>(none).fill(1), Array<number>(none).fill(0)];
  const lengths = loops.map(({ length }) => length);
  const steps = loops.map(({ step }) => step);
  const args = [from, to, runBytes, ...ones, ...lengths, ...zeros, ...steps, ...zeros, ...outSteps];
  return instruction(Opcode.Slice, args, work);
}

/** The steps of loops that fill what they write from front to back. */
export function denseSteps(runBytes: number, loops: readonly ByteLoop[]): number[] {
  const steps: number[] = [];
  let bytes = runBytes;
  for (const { length } of [...loops].reverse()) {
    steps.unshift(bytes);
    bytes *= length;
  }
  return steps;
}

/** A block as runs of neighbours, in bytes: where it begins, how long a run is, and the loops from run to run. */
function runsOf(
  { shape, dtype }: TensorInfo,
  { begin, size, strides }: Block,
): { offset: number; run: number; loops: ByteLoop[] } {
  const bytes = util.bytesPerElement(dtype);
  const rank = shape.length;
  const steps = rank === 0 ? [] : [...util.computeStrides(shape), 1].map((step) => step * bytes);
  const offset = begin.reduce((sum, start, axis) => sum + start * steps[axis]!, 0);
  // Axes taken whole from the back on, and the one before them, are one run of neighbours.
  let axis = rank;
  let run = bytes;
  while (axis > 0 && (strides?.[axis - 1] ?? 1) === 1) {
    axis--;
    run *= size[axis]!;
    if (size[axis] !== shape[axis]) break;
  }
  const loops = size.slice(0, axis).map((length, index) => ({ length, step: steps[index]! * (strides?.[index] ?? 1) }));
  return { offset, run, loops };
}
