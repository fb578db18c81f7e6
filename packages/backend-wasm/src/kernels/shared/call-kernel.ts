import { getKernel, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../wasm-backend';

/** Runs another kernel of this backend from inside a kernel: no tape, no tensors, the caller disposes what comes back. */
export function callKernel(
  backend: WasmBackend,
  kernelName: string,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap = {},
): TensorInfo {
  return getKernel(kernelName, 'wasm').kernelFunc({ inputs, attrs, backend }) as TensorInfo;
}
