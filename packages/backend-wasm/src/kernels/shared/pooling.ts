import { backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { instruction } from '../../program/instruction';
import type { WasmBackend } from '../../wasm-backend';
import { asVolume, type WindowInfo, windowArguments } from './window';

/** The attributes that tfjs gives all its pooling kernels. */
export interface PoolingAttributes {
  readonly filterSize: number | number[];
  readonly strides: number | number[];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  /** What the gradient of an average divides by; see `poolGradient`. */
  readonly divisor?: 'window' | 'filter';
}

/** What a window is reduced to. */
export type Pooling = 'maximum' | 'average';

/** Where the windows of a pooling lie, by tfjs's own rules; two dimensions are a volume of depth 1. */
function poolingInfo(shape: number[], attributes: PoolingAttributes): WindowInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attributes;
  if (shape.length === 5) {
    const size = filterSize as [number, number, number];
    const info = backend_util.computePool3DInfo(
      shape as [number, number, number, number, number],
      size,
      strides as [number, number, number],
      1,
      pad as 'valid',
      dimRoundingMode,
    );
    return info;
  }
  const size = filterSize as [number, number];
  return asVolume(
    backend_util.computePool2DInfo(
      shape as [number, number, number, number],
      size,
      strides as [number, number],
      1,
      pad,
      dimRoundingMode,
    ),
  );
}

/**
 * Whether pooling changes nothing. That is also what tfjs's `cpu` does, and its specs pin, where a filter of one meets padding
 * that leaves the shape as it was.
 */
function isIdentity(info: WindowInfo): boolean {
  return info.filterDepth * info.filterHeight * info.filterWidth === 1 && util.arraysEqual(info.inShape, info.outShape);
}

/** Pools a batch of images or volumes, float32. */
export function pool(backend: WasmBackend, pooling: Pooling, x: TensorInfo, attributes: PoolingAttributes): TensorInfo {
  const info = poolingInfo(x.shape, attributes);
  if (isIdentity(info)) return sameData(backend, x);
  const channels = x.shape.at(-1)!;
  const out = backend.makeOutput(x.shape.length === 5 ? info.outShape : withoutDepth(info.outShape), 'float32');
  const size = util.sizeFromShape(info.outShape);
  if (size === 0) return out;
  const args = windowArguments(info, channels, `${pooling} pooling`);
  const work = size * info.filterDepth * info.filterHeight * info.filterWidth;
  backend.device.execute(
    instruction(Opcode.Pool, [backend.address(x), backend.address(out), ...args, Number(pooling === 'average')], work),
  );
  return out;
}

/**
 * The gradient of a pooling with respect to its input `x`.
 *
 * An average divides by the elements inside its window, and so must its gradient. tfjs's `cpu` divides by the size of the
 * filter instead, and for explicit padding its specs pin that; so here too, while `src/gradients/avg-pool.ts` makes up for it.
 */
export function poolGradient(
  backend: WasmBackend,
  pooling: Pooling,
  dy: TensorInfo,
  x: TensorInfo,
  attributes: PoolingAttributes,
): TensorInfo {
  const info = poolingInfo(x.shape, attributes);
  if (isIdentity(info)) return sameData(backend, dy);
  const dx = backend.makeOutput(x.shape, 'float32');
  const size = util.sizeFromShape(x.shape);
  if (size === 0) return dx;
  const { divisor = typeof attributes.pad === 'object' ? 'filter' : 'window' } = attributes;
  const filterSize = info.filterDepth * info.filterHeight * info.filterWidth;
  const args = windowArguments(info, x.shape.at(-1)!, `gradient of ${pooling} pooling`);
  const work = util.sizeFromShape(info.outShape) * filterSize * 4 + size;
  const words = [
    backend.address(x),
    backend.address(dx),
    ...args,
    Number(pooling === 'average'),
    backend.address(dy),
    divisor === 'filter' ? filterSize : 0,
  ];
  backend.device.execute(instruction(Opcode.PoolGradient, words, work));
  return dx;
}

function sameData(backend: WasmBackend, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

function withoutDepth([batch, , height, width, channels]: number[]): number[] {
  return [batch!, height!, width!, channels!];
}
