import { Mean, type MeanAttrs, Sum, type SumAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import type { Device } from '../device';
import { floatWord, instruction } from '../program/instruction';
import type { WasmBackend } from '../wasm-backend';
import { defineKernel, stockKernel } from './shared/kernel';

/** A tensor seen as [outer, reduced, inner], the axis in the middle being summed. */
interface View {
  readonly outer: number;
  readonly reduced: number;
  readonly inner: number;
}

/** Sums `from` over the middle axis into `to`, and divides. The order of additions depends on the shape alone. */
function reduce(device: Device, from: number, to: number, { outer, reduced, inner }: View, divisor: number): void {
  const step = (source: number, target: number, length: number, chunk: number, by: number) =>
    instruction(Opcode.Sum, [source, target, outer, length, inner, chunk, floatWord(by)], outer * length * inner);
  const chunk = Math.max(64, Math.ceil(1024 / inner));
  if (reduced <= chunk) {
    device.execute(step(from, to, reduced, Math.max(1, reduced), divisor));
    return;
  }
  const chunks = Math.ceil(reduced / chunk);
  device.withTemporary([outer * chunks * inner * 4], (partial) => {
    device.execute(step(from, partial!, reduced, chunk, 1));
    reduce(device, partial!, to, { outer, reduced: chunks, inner }, divisor);
  });
}

/** Sums over `axes`, one group of neighbouring axes after the other, from the back. */
function sumOver(backend: WasmBackend, x: TensorInfo, axes: number[], keepDims: boolean, mean: boolean): TensorInfo {
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const out = backend.makeOutput(keepDims ? kept : x.shape.filter((_, axis) => !axes.includes(axis)), 'float32');
  if (util.sizeFromShape(kept) === 0) return out;
  const count = axes.reduce((product, axis) => product * x.shape[axis]!, 1);
  const views = groups(x.shape, axes);
  const sizes = views.slice(0, -1).map(({ outer, inner }) => outer * inner * 4);
  backend.device.withTemporary(sizes, (...between) => {
    let from = backend.address(x);
    for (const [index, view] of views.entries()) {
      const last = index === views.length - 1;
      const to = last ? backend.address(out) : between[index]!;
      reduce(backend.device, from, to, view, last && mean ? count : 1);
      from = to;
    }
  });
  return out;
}

/** One view for each group of neighbouring axes, from the back to the front; each sees what those before it left. */
function groups(shape: number[], axes: number[]): View[] {
  const views: View[] = [];
  let inner = 1;
  for (let axis = shape.length - 1; axis >= 0; ) {
    let reduced = 1;
    for (; axis >= 0 && axes.includes(axis); axis--) reduced *= shape[axis]!;
    if (reduced !== 1) views.push({ outer: util.sizeFromShape(shape.slice(0, axis + 1)), reduced, inner });
    for (; axis >= 0 && !axes.includes(axis); axis--) inner *= shape[axis]!;
  }
  return views.length > 0 ? views : [{ outer: util.sizeFromShape(shape), reduced: 1, inner: 1 }];
}

function sumKernelOf(kernelName: string, mean: boolean) {
  const stock = stockKernel(kernelName);
  return defineKernel<{ x: TensorInfo }, SumAttrs | MeanAttrs>(kernelName, (call) => {
    const {
      inputs: { x },
      attrs,
      backend,
    } = call;
    if (x.dtype !== 'float32') return stock(call);
    return sumOver(backend, x, util.parseAxisParam(attrs.axis, x.shape), attrs.keepDims, mean);
  });
}

/** The kernel of `tf.sum` for float32: on all threads, vectorised along any axes, with the same bits on any number of threads. */
export const sumKernel = () => sumKernelOf(Sum, false);

/** The kernel of `tf.mean` for float32, likewise. */
export const meanKernel = () => sumKernelOf(Mean, true);
