import { Exp, Max, RealDiv, Softmax, type SoftmaxAttrs, Sub, Sum, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import { callKernel } from './shared/call-kernel';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.softmax` for float32 along the last axis: `exp(x - max(x)) / sum(exp(x - max(x)))`. */
export const softmaxKernel = () => {
  const stock = stockKernel(Softmax);
  return defineKernel<{ logits: TensorInfo }, SoftmaxAttrs>(Softmax, (call) => {
    const { logits } = call.inputs;
    const [axis] = util.parseAxisParam(call.attrs.dim, logits.shape);
    if (logits.dtype !== 'float32' || util.sizeFromShape(logits.shape) === 0 || axis !== logits.shape.length - 1)
      return stock(call);
    return softmax(call.backend, logits, axis);
  });
};

/** Small kernels one after the other: inside a program they are fused with each other and with their neighbours. */
function softmax(backend: WasmBackend, logits: TensorInfo, axis: number): TensorInfo {
  const largest = callKernel(backend, Max, { x: logits }, { reductionIndices: [axis], keepDims: true });
  const below = callKernel(backend, Sub, { a: logits, b: largest });
  const powers = callKernel(backend, Exp, { x: below });
  const total = callKernel(backend, Sum, { x: powers }, { axis: [axis], keepDims: true });
  const out = callKernel(backend, RealDiv, { a: powers, b: total });
  for (const { dataId } of [largest, below, powers, total]) backend.disposeData(dataId);
  return out;
}
