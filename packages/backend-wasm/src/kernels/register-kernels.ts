import {
  getKernel,
  getKernelsForBackend,
  type KernelConfig,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import { argMaxKernel } from './arg-max';
import { avgPool3dKernel, avgPoolKernel } from './avg-pool';
import { avgPool3dGradKernel, avgPoolGradKernel } from './avg-pool-grad';
import { batchMatMulKernel } from './batch-matmul';
import { borrowedKernels } from './borrowed-from-cpu';
import { castKernel } from './cast';
import { clipByValueKernel } from './clip-by-value';
import { conv2dKernel } from './conv2d';
import { conv2dBackpropFilterKernel } from './conv2d-backprop-filter';
import { conv2dBackpropInputKernel } from './conv2d-backprop-input';
import { conv3dBackpropFilterKernel, conv3dBackpropInputKernel, conv3dKernel } from './conv3d';
import { depthwiseConv2dKernel, fusedDepthwiseConv2dKernel } from './depthwise-conv2d';
import { depthwiseConv2dBackpropFilterKernel, depthwiseConv2dBackpropInputKernel } from './depthwise-conv2d-backprop';
import { einsumKernel } from './einsum';
import { binaryKernels } from './elementwise/binary';
import { selectKernel } from './elementwise/select';
import { unaryKernels } from './elementwise/unary';
import { fillKernels } from './fill';
import { fusedConv2dKernel } from './fused-conv2d';
import { fusedMatMulKernel } from './fused-matmul';
import { gatherV2Kernel } from './gather-v2';
import { gruSequenceKernel } from './gru-sequence';
import { gruSequenceGradKernel } from './gru-sequence-grad';
import { identityKernel } from './identity';
import { lstmSequenceKernel } from './lstm-sequence';
import { lstmSequenceGradKernel } from './lstm-sequence-grad';
import { maxKernel } from './max';
import { maxPool3dKernel, maxPoolKernel } from './max-pool';
import { maxPool3dGradKernel, maxPoolGradKernel } from './max-pool-grad';
import { oneHotKernel } from './one-hot';
import { padKernel } from './pad';
import { preluKernel } from './prelu';
import { sliceKernel } from './slice';
import { softmaxKernel } from './softmax';
import { stridedSliceKernel } from './strided-slice';
import { meanKernel, sumKernel } from './sum';
import { threefryNormalKernels } from './threefry-normal';
import { threefryUniformKernel } from './threefry-uniform';
import { tileKernel } from './tile';
import { transposeKernel } from './transpose';
import { unsortedSegmentSumKernel } from './unsorted-segment-sum';

/** The kernels that stand in for tfjs's own: missing there, wrong, or slow. */
const kernels = (): readonly KernelConfig[] => [
  ...binaryKernels(),
  ...unaryKernels(),
  selectKernel(),
  maxKernel(),
  avgPoolKernel,
  avgPool3dKernel,
  avgPoolGradKernel,
  avgPool3dGradKernel,
  batchMatMulKernel,
  castKernel(),
  argMaxKernel(),
  ...fillKernels(),
  clipByValueKernel,
  conv2dKernel,
  conv2dBackpropFilterKernel,
  conv2dBackpropInputKernel,
  conv3dKernel,
  conv3dBackpropFilterKernel,
  conv3dBackpropInputKernel,
  depthwiseConv2dKernel,
  depthwiseConv2dBackpropFilterKernel,
  depthwiseConv2dBackpropInputKernel,
  einsumKernel,
  fusedConv2dKernel,
  fusedDepthwiseConv2dKernel,
  fusedMatMulKernel,
  gatherV2Kernel,
  gruSequenceKernel,
  gruSequenceGradKernel,
  identityKernel,
  lstmSequenceKernel,
  lstmSequenceGradKernel,
  maxPoolKernel,
  maxPool3dKernel,
  maxPoolGradKernel,
  maxPool3dGradKernel,
  meanKernel(),
  oneHotKernel(),
  padKernel(),
  preluKernel,
  sliceKernel(),
  softmaxKernel(),
  stridedSliceKernel(),
  sumKernel(),
  ...threefryNormalKernels,
  threefryUniformKernel,
  tileKernel(),
  transposeKernel(),
  unsortedSegmentSumKernel,
];

/** Registers our kernels for `wasm`, in place of tfjs's where it has one, and lets a recorder see every call of any kernel. */
export function registerKernels(): void {
  const own = kernels();
  for (const kernel of own) replaceKernel(kernel);
  for (const kernel of borrowedKernels()) replaceKernel(kernel);
  const names = new Set(own.map(({ kernelName }) => kernelName));
  for (const kernel of getKernelsForBackend('wasm')) replaceKernel(recorded(kernel, names.has(kernel.kernelName)));
}

function replaceKernel(kernel: KernelConfig): void {
  const stock = getKernel(kernel.kernelName, 'wasm');
  if (stock) unregisterKernel(kernel.kernelName, 'wasm');
  // A kernel that leaves some dtypes to tfjs's own needs that one set up too.
  registerKernel({ ...kernel, ...(stock?.setupFunc ? { setupFunc: stock.setupFunc } : {}) });
}

/** The kernel, which tells the recorder of its calls when there is one. */
function recorded(kernel: KernelConfig, isOurs: boolean): KernelConfig {
  const { kernelName, kernelFunc } = kernel;
  return {
    ...kernel,
    kernelFunc: (call) => {
      const { recorder } = (call.backend as WasmBackend).device;
      return recorder ? recorder.kernel(kernelName, kernelFunc, isOurs, call) : kernelFunc(call);
    },
  };
}
