import { AvgPool, AvgPool3D, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';
import { type PoolingAttributes, pool } from './shared/pooling';

/** The kernel of `tf.avgPool`. */
export const avgPoolKernel = defineKernel<{ x: TensorInfo }, PoolingAttributes>(AvgPool, ({ inputs, attrs, backend }) =>
  pool(backend, 'average', inputs.x, attrs),
);

/** The kernel of `tf.avgPool3d`. */
export const avgPool3dKernel = defineKernel<{ x: TensorInfo }, PoolingAttributes>(
  AvgPool3D,
  ({ inputs, attrs, backend }) => pool(backend, 'average', inputs.x, attrs),
);
