import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../wasm-backend';
import { copyRuns, denseSteps, maxBlockAxes } from './block';

/** A loop over elements of a result: how many turns, and how far apart its elements lie in the input; 0 repeats them. */
export interface Loop {
  readonly length: number;
  readonly step: number;
}

/** The same loops, from the outermost on, without those of one turn and with neighbours joined where they go evenly on. */
export function joinLoops(loops: readonly Loop[]): Loop[] {
  const joined: Loop[] = [];
  for (const { length, step } of loops) {
    const before = joined.at(-1);
    if (length === 1) continue;
    if (before && before.step === step * length) joined.splice(-1, 1, { length: before.length * length, step });
    else joined.push({ length, step });
  }
  return joined;
}

/** Whether `copyAlong` has room for these joined loops. */
export function areFew(loops: readonly Loop[]): boolean {
  return loops.length <= maxBlockAxes + Number(loops.at(-1)?.step === 1);
}

/** Fills `out` from front to back with the elements of `x` that few joined loops come by. */
export function copyAlong(backend: WasmBackend, x: TensorInfo, out: TensorInfo, loops: readonly Loop[]): void {
  const total = util.sizeFromShape(out.shape);
  if (total === 0) return;
  const bytes = util.bytesPerElement(x.dtype);
  const inRuns = loops.at(-1)?.step === 1;
  const run = inRuns ? loops.at(-1)!.length : 1;
  const left = inRuns ? loops.slice(0, -1) : loops;
  const turns = left.map(({ length, step }) => ({ length, step: step * bytes }));
  const [from, to] = [backend.address(x), backend.address(out)];
  backend.device.execute(copyRuns(from, to, run * bytes, turns, denseSteps(run * bytes, turns), total * 2));
}
