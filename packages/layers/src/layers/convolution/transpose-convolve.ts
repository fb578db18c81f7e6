import * as tf from '@tensorflow/tfjs-core';
import { spreadKernel } from './convolve';

export interface TransposedWindow {
  strides: readonly number[];
  dilationRate: readonly number[];
  padding: 'valid' | 'same';
  /** The length of each spatial axis of the result. */
  outputLengths: readonly number[];
}

/**
 * The transpose of a convolution, channels last: each element of `x` adds its multiple of the kernel to the output,
 * `output[p * stride + k * dilation - before, o] += x[p, c] * kernel[k, o, c]`.
 *
 * The kernel is `[...size, outputs, inputs]`. It is computed for 1, 2 or 3 spatial axes and can be differentiated for each.
 */
export function transposeConvolve(x: tf.Tensor, kernel: tf.Tensor, window: TransposedWindow): tf.Tensor {
  const { strides, dilationRate, padding, outputLengths } = window;
  const spread = spreadKernel(kernel, dilationRate);
  const shape = [x.shape[0], ...outputLengths, kernel.shape.at(-2)] as number[];
  if (strides.length === 3) {
    const volume = shape as [number, number, number, number, number];
    return tf.conv3dTranspose(
      x as tf.Tensor5D,
      spread as tf.Tensor5D,
      volume,
      strides as [number, number, number],
      padding,
    );
  }
  if (strides.length === 2) {
    const image = shape as [number, number, number, number];
    return tf.conv2dTranspose(x as tf.Tensor4D, spread as tf.Tensor4D, image, strides as [number, number], padding);
  }
  const [batch, length, outputs] = shape as [number, number, number];
  const image = tf.expandDims(x, 1) as tf.Tensor4D;
  const row = tf.expandDims(spread, 0) as tf.Tensor4D;
  const stride = strides[0] as number;
  return tf.squeeze(tf.conv2dTranspose(image, row, [batch, 1, length, outputs], [1, stride], padding), [1]);
}
