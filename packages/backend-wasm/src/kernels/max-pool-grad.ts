import { MaxPool3DGrad, MaxPoolGrad, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';
import { type PoolingAttributes, poolGradient } from './shared/pooling';

/** The gradient of `tf.maxPool`. */
export const maxPoolGradKernel = defineKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes>(
  MaxPoolGrad,
  ({ inputs, attrs, backend }) => poolGradient(backend, 'maximum', inputs.dy, inputs.input, attrs),
);

/** The gradient of `tf.maxPool3d`. */
export const maxPool3dGradKernel = defineKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes>(
  MaxPool3DGrad,
  ({ inputs, attrs, backend }) => poolGradient(backend, 'maximum', inputs.dy, inputs.input, attrs),
);
