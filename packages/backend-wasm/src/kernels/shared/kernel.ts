import type { KernelConfig, KernelFunc, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
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

export type { NamedAttrMap, NamedTensorInfoMap, TensorInfo };
