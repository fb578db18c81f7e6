import { _FusedMatMul, type _FusedMatMulAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-matmul';
import { fused } from './shared/fused';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.fused.matMul`: product, bias and activation in one pass. */
export const fusedMatMulKernel = defineKernel<
  { a: TensorInfo; b: TensorInfo; bias?: TensorInfo; preluActivationWeights?: TensorInfo },
  _FusedMatMulAttrs
>(_FusedMatMul, ({ inputs: { a, b, ...vectors }, attrs, backend }) => {
  const parts = {
    place: 'fused.matMul',
    channels: b.shape[b.shape.length - (attrs.transposeB ? 2 : 1)]!,
    activation: attrs.activation,
    leakyreluAlpha: attrs.leakyreluAlpha,
    ...vectors,
  };
  return fused(backend, parts, (epilogue) => batchMatMul(backend, a, b, attrs, epilogue));
});
