import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { batchMatMulKernel } from './batch-matmul';
import { conv2dKernel } from './conv2d';
import { conv2dBackpropFilterKernel } from './conv2d-backprop-filter';
import { conv2dBackpropInputKernel } from './conv2d-backprop-input';
import { fusedConv2dKernel } from './fused-conv2d';
import { fusedMatMulKernel } from './fused-matmul';

/** The kernels that stand in for tfjs's own: missing there, wrong, or slow. */
const kernels: readonly KernelConfig[] = [
  batchMatMulKernel,
  conv2dKernel,
  conv2dBackpropFilterKernel,
  conv2dBackpropInputKernel,
  fusedConv2dKernel,
  fusedMatMulKernel,
];

/** Registers our kernels for `wasm`, in place of tfjs's where it has one. */
export function registerKernels(): void {
  for (const kernel of kernels) {
    if (getKernel(kernel.kernelName, 'wasm')) unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(kernel);
  }
}
