import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { instruction } from '../../program/instruction';
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
export function copyBlock(backend: WasmBackend, x: TensorInfo, out: TensorInfo, { begin, size, strides }: Block): void {
  const total = util.sizeFromShape([...size]);
  if (total === 0) return;
  const bytes = util.bytesPerElement(x.dtype);
  const rank = x.shape.length;
  const steps = rank === 0 ? [] : [...util.computeStrides(x.shape), 1].map((step) => step * bytes);
  const from = backend.address(x) + begin.reduce((sum, start, axis) => sum + start * steps[axis]!, 0);
  // Axes taken whole from the back on, and the one before them, are one run of neighbours.
  let axis = rank;
  let run = 1;
  while (axis > 0 && (strides?.[axis - 1] ?? 1) === 1) {
    axis--;
    run *= size[axis]!;
    if (size[axis] !== x.shape[axis]) break;
  }
  const none = maxBlockAxes - axis;
  const lengths = [...Array<number>(none).fill(1), ...size.slice(0, axis)];
  const loopSteps = steps.slice(0, axis).map((step, i) => step * (strides?.[i] ?? 1));
  const args = [from, backend.address(out), run * bytes, ...lengths, ...Array<number>(none).fill(0), ...loopSteps];
  backend.device.execute(instruction(Opcode.Slice, args, total));
}
