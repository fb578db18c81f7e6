import { getKernel, type KernelConfig, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../wasm-backend';

/** What a kernel of ours is called with: tensors by name, attributes, and the backend that holds the tensors. */
export interface KernelCall<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
  readonly backend: WasmBackend;
}

/** Makes a tfjs kernel for `wasm` from a typed function; tfjs itself types inputs and attributes as loose records. */
export function defineKernel<Inputs, Attributes>(
  kernelName: string,
  kernelFunc: (call: KernelCall<Inputs, Attributes>) => TensorInfo | TensorInfo[],
): KernelConfig {
  return { kernelName, backendName: 'wasm', kernelFunc: kernelFunc as unknown as KernelFunc };
}

/** tfjs's own kernel of that name, taken before ours replaces it, for the dtypes and shapes that ours leaves to it. */
export function stockKernel(
  kernelName: string,
): <Inputs, Attributes>(call: KernelCall<Inputs, Attributes>) => TensorInfo {
  const kernel = getKernel(kernelName, 'wasm')?.kernelFunc;
  return (call) => {
    if (!kernel) throw new Error(`tfjs has no wasm kernel '${kernelName}' for these dtypes or shapes.`);
    (call.backend as WasmBackend).device.recorder?.hostAccess();
    return kernel(call as unknown as Parameters<KernelFunc>[0]) as TensorInfo;
  };
}
