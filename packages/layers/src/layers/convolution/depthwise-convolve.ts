import * as tf from '@tensorflow/tfjs-core';
import type { Window } from './conv-shapes';
import { spreadKernel } from './convolve';

/**
 * Convolves each channel with kernels of its own, over 1 or 2 spatial axes, channels last:
 * `output[p, c * multiplier + m] = Σ x[p * stride + k * dilation, c] * kernel[k, c, m]`.
 *
 * The kernel is `[...size, channels, multiplier]`. It can be differentiated for every stride and dilation.
 */
export function depthwiseConvolve(
  x: tf.Tensor,
  kernel: tf.Tensor,
  { strides, dilationRate, padding }: Pick<Window, 'strides' | 'padding'> & { dilationRate: readonly number[] },
): tf.Tensor {
  const spread = spreadKernel(kernel, dilationRate);
  const pad = padding === 'same' ? 'same' : 'valid';
  if (strides.length === 2) {
    return tf.depthwiseConv2d(x as tf.Tensor4D, spread as tf.Tensor4D, strides as [number, number], pad);
  }
  const image = tf.expandDims(x, 1) as tf.Tensor4D;
  const row = tf.expandDims(spread, 0) as tf.Tensor4D;
  return tf.squeeze(tf.depthwiseConv2d(image, row, [1, strides[0] as number], pad), [1]);
}
