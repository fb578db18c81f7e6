import { MaxPool, MaxPool3D, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';
import { type PoolingAttributes, pool } from './shared/pooling';

/** The kernel of `tf.maxPool`. */
export const maxPoolKernel = defineKernel<{ x: TensorInfo }, PoolingAttributes>(MaxPool, ({ inputs, attrs, backend }) =>
  pool(backend, 'maximum', inputs.x, attrs),
);

/** The kernel of `tf.maxPool3d`. */
export const maxPool3dKernel = defineKernel<{ x: TensorInfo }, PoolingAttributes>(
  MaxPool3D,
  ({ inputs, attrs, backend }) => pool(backend, 'maximum', inputs.x, attrs),
);
