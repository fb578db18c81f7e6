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
    const filled = padding === 'same' ? fillStrides(spread, x.shape, window) : spread;
    return tf.conv3dTranspose(
      x as tf.Tensor5D,
      filled as tf.Tensor5D,
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

/**
 * The kernel with zeros behind it where it is shorter than its strides: TF.js reckons a negative padding for such axes of
 * volumes, and puts each element one too early. A zero adds nothing.
 */
function fillStrides(
  kernel: tf.Tensor,
  inputShape: readonly number[],
  { strides, outputLengths }: TransposedWindow,
): tf.Tensor {
  const missing = outputLengths.map((length, axis) => {
    const reached = ((inputShape[axis + 1] as number) - 1) * (strides[axis] as number) + (kernel.shape[axis] as number);
    return Math.max(0, length - reached);
  });
  if (missing.every((count) => count === 0)) return kernel;
  return tf.pad(kernel, [...missing.map((count) => [0, count] as [number, number]), [0, 0], [0, 0]]);
}
