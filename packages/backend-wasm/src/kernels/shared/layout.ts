import { type TensorInfo, Transpose, util } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../wasm-backend';
import { callKernel } from './call-kernel';
import type { ConvolutionAttributes } from './convolution';

/** Permutes a tensor's axes into a new tensor. */
export function transpose(backend: WasmBackend, x: TensorInfo, perm: number[]): TensorInfo {
  util.assert(perm.length === x.shape.length, () => `transpose: ${perm} does not fit ${x.shape}`);
  return callKernel(backend, Transpose, { x }, { perm });
}

const toLast = [0, 2, 3, 1];
const toFirst = [0, 3, 1, 2];

/**
 * Runs a channels-last computation on tensors that may be channels-first: those are permuted before and the result back.
 * Temporary tensors are disposed.
 */
export function channelsLast(
  backend: WasmBackend,
  dataFormat: string,
  tensors: TensorInfo[],
  compute: (...tensors: TensorInfo[]) => TensorInfo,
): TensorInfo {
  if (dataFormat !== 'NCHW') return compute(...tensors);
  const permuted = tensors.map((tensor) => transpose(backend, tensor, toLast));
  const result = compute(...permuted);
  for (const tensor of permuted) backend.disposeData(tensor.dataId);
  const back = transpose(backend, result, toFirst);
  backend.disposeData(result.dataId);
  return back;
}

/** The channels-last shape of an image batch. */
export function shapeChannelsLast(shape: number[], dataFormat: string): number[] {
  return dataFormat === 'NCHW' ? toLast.map((axis) => shape[axis]!) : shape;
}

/** The attributes of a convolution as they are for its tensors with channels last: explicit padding follows the axes. */
export function attributesChannelsLast(attributes: ConvolutionAttributes): ConvolutionAttributes {
  const { dataFormat, pad } = attributes;
  if (dataFormat !== 'NCHW' || typeof pad !== 'object') return { ...attributes, dataFormat: 'NHWC' };
  return { ...attributes, dataFormat: 'NHWC', pad: [pad[0], pad[2], pad[3], pad[1]] as typeof pad };
}

/** The same data in another shape: a reference of its own, for the caller to dispose. */
export function reshaped(backend: WasmBackend, x: TensorInfo, shape: number[]): TensorInfo {
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape, dtype: x.dtype };
}
