import { _FusedMatMul, type _FusedMatMulAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { batchMatMul } from './batch-matmul';
import { activationNumber } from './shared/activation';
import { defineKernel } from './shared/kernel';
import { perColumn } from './shared/product';

/** The kernel of `tf.fused.matMul`: product, bias and activation in one pass. */
export const fusedMatMulKernel = defineKernel<
  { a: TensorInfo; b: TensorInfo; bias?: TensorInfo; preluActivationWeights?: TensorInfo },
  _FusedMatMulAttrs
>(_FusedMatMul, ({ inputs, attrs, backend }) => {
  const { a, b, bias, preluActivationWeights } = inputs;
  const activation = activationNumber(attrs.activation, 'fused.matMul');
  const columns = b.shape[b.shape.length - (attrs.transposeB ? 2 : 1)]!;
  const bytes = Math.max(4, columns * 4);
  return backend.device.withTemporary([bytes, bytes], (biasSpread, slopeSpread) =>
    batchMatMul(backend, a, b, attrs, {
      bias: perColumn(backend, bias, columns, biasSpread!),
      activation,
      slope: perColumn(backend, preluActivationWeights, columns, slopeSpread!),
      alpha: attrs.leakyreluAlpha ?? 0,
    }),
  );
});
