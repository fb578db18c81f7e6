import * as tf from '@tensorflow/tfjs-core';
import type { Window } from './conv-shapes';
import { dropUnseen } from './drop-unseen';

/**
 * Slides kernels over 1, 2 or 3 spatial axes of `x`, channels last: `output[p, o] = Σ x[p * stride + k * dilation, c] * kernel[k, c, o]`.
 *
 * The kernel is `[...size, channels / groups, filters]`. It can be differentiated for every stride, dilation and group.
 */
export function convolve(
  x: tf.Tensor,
  kernel: tf.Tensor,
  window: Pick<Window, 'strides' | 'padding'> & { dilationRate: readonly number[] },
  groups = 1,
): tf.Tensor {
  const { dilationRate, strides, padding } = window;
  const spread = spreadKernel(kernel, dilationRate);
  const padded = padding === 'causal' ? padInFront(x, (spread.shape[0] as number) - 1) : x;
  const pad = padding === 'same' ? 'same' : 'valid';
  if (groups === 1) return convolveGroup(padded, spread, strides, pad);
  const inputs = tf.split(padded, groups, -1);
  const kernels = tf.split(spread, groups, -1);
  return tf.concat(
    inputs.map((input, group) => convolveGroup(input, kernels[group] as tf.Tensor, strides, pad)),
    -1,
  );
}

function convolveGroup(x: tf.Tensor, kernel: tf.Tensor, strides: readonly number[], pad: 'same' | 'valid'): tf.Tensor {
  if (strides.length === 3) {
    const seen = pad === 'same' ? dropUnseen(x, kernel.shape.slice(0, 3), strides) : x;
    return tf.conv3d(seen as tf.Tensor5D, kernel as tf.Tensor5D, strides as [number, number, number], pad);
  }
  if (strides.length === 2) return tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides as [number, number], pad);
  const image = tf.expandDims(x, 1) as tf.Tensor4D;
  const row = tf.expandDims(kernel, 0) as tf.Tensor4D;
  return tf.squeeze(tf.conv2d(image, row, [1, strides[0] as number], pad), [1]);
}

/**
 * A kernel with zeros between its elements: convolving with it is convolving with dilation, and it has a gradient, which
 * TF.js's dilated convolutions lack.
 */
export function spreadKernel(kernel: tf.Tensor, dilationRate: readonly number[]): tf.Tensor {
  let spread = kernel;
  for (const [axis, rate] of dilationRate.entries()) {
    if (rate === 1) continue;
    const { shape } = spread;
    const before = shape.slice(0, axis).reduce((size, length) => size * length, 1);
    const after = shape.slice(axis + 1).reduce((size, length) => size * length, 1);
    const length = shape[axis] as number;
    const apart = tf.pad(tf.reshape(spread, [before * length, 1, after]), [
      [0, 0],
      [0, rate - 1],
      [0, 0],
    ]);
    const joined = tf.slice(
      tf.reshape(apart, [before, length * rate, after]),
      [0, 0, 0],
      [before, (length - 1) * rate + 1, after],
    );
    spread = tf.reshape(joined, [...shape.slice(0, axis), (length - 1) * rate + 1, ...shape.slice(axis + 1)]);
  }
  return spread;
}

function padInFront(x: tf.Tensor, count: number): tf.Tensor {
  return tf.pad(
    x,
    x.shape.map((_, axis) => (axis === 1 ? [count, 0] : [0, 0]) as [number, number]),
  );
}
