import { AvgPool3DGrad, AvgPoolGrad, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';
import { type PoolingAttributes, poolGradient } from './shared/pooling';

/** The gradient of `tf.avgPool`. */
export const avgPoolGradKernel = defineKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes>(
  AvgPoolGrad,
  ({ inputs, attrs, backend }) => poolGradient(backend, 'average', inputs.dy, inputs.input, attrs),
);

/** The gradient of `tf.avgPool3d`. */
export const avgPool3dGradKernel = defineKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes>(
  AvgPool3DGrad,
  ({ inputs, attrs, backend }) => poolGradient(backend, 'average', inputs.dy, inputs.input, attrs),
);
