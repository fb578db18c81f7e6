import { FusedConv2D, type FusedConv2DAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { conv2d } from './conv2d';
import { activationNumber } from './shared/activation';
import type { ConvolutionAttributes } from './shared/convolution';
import { defineKernel } from './shared/kernel';
import { perColumn } from './shared/product';

/** The kernel of `tf.fused.conv2d`: convolution, bias and activation in one pass. */
export const fusedConv2dKernel = defineKernel<
  { x: TensorInfo; filter: TensorInfo; bias?: TensorInfo; preluActivationWeights?: TensorInfo },
  FusedConv2DAttrs
>(FusedConv2D, ({ inputs, attrs, backend }) => {
  const activation = activationNumber(attrs.activation, 'fused.conv2d');
  const filters = inputs.filter.shape[3]!;
  const bytes = Math.max(4, filters * 4);
  return backend.device.withTemporary([bytes, bytes], (biasSpread, slopeSpread) =>
    conv2d(backend, inputs.x, inputs.filter, attrs as ConvolutionAttributes, {
      bias: perColumn(backend, inputs.bias, filters, biasSpread!),
      activation,
      slope: perColumn(backend, inputs.preluActivationWeights, filters, slopeSpread!),
      alpha: attrs.leakyreluAlpha ?? 0,
    }),
  );
});
