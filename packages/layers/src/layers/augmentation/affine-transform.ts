import * as tf from '@tensorflow/tfjs-core';
import { pixelPlaces, type SampleOptions, sampleImages } from './sample-images';

/** What is seen beyond the edge: the image mirrored, repeated, its last pixels, or one value. */
export const FILL_MODES = ['reflect', 'wrap', 'constant', 'nearest'] as const;
export type FillMode = (typeof FILL_MODES)[number];

export interface AffineOptions extends Omit<SampleOptions, 'pixelFor'> {
  fillMode: FillMode;
}

/**
 * Moves images: pixel `(x, y)` of the output is taken from `(a0 x + a1 y + a2, b0 x + b1 y + b2)` of the input, both divided by
 * `c0 x + c1 y + 1` where there are eight numbers.
 *
 * Shapes: images `[batch, height, width, channels]`, transforms `[batch, 6]` or `[batch, 8]`. Keras: `keras.ops.image.affine_transform`.
 */
export function affineTransform(images: tf.Tensor, transforms: tf.Tensor, options: AffineOptions): tf.Tensor {
  const { fillMode, ...sampling } = options;
  const [, height, width] = images.shape as [number, number, number];
  const [columns, rows] = pixelPlaces(height, width);
  const numbers = tf.split(transforms, transforms.shape[1] as number, 1);
  const along = (first: number) => {
    const [a, b, c] = numbers.slice(first, first + 3) as [tf.Tensor, tf.Tensor, tf.Tensor | undefined];
    const moved = tf.add(tf.mul(a, columns), tf.mul(b, rows));
    return tf.add(moved, c ?? 1);
  };
  const depth = numbers.length === 8 ? along(6) : null;
  const place = (first: number, length: number) => {
    const at = depth ? tf.div(along(first), depth) : along(first);
    return mapBeyond(at, length, fillMode);
  };
  return tf.reshape(sampleImages(images, place(0, width), place(3, height), sampling), images.shape);
}

/** Where a coordinate beyond the edge is read instead. */
function mapBeyond(at: tf.Tensor, length: number, mode: FillMode): tf.Tensor {
  if (mode === 'constant') return at;
  if (mode === 'nearest' || length === 1) return tf.clipByValue(at, 0, length - 1);
  const last = length - 1;
  const isBelow = tf.less(at, 0);
  const isAbove = tf.greater(at, last);
  if (mode === 'wrap') {
    const below = tf.add(at, tf.mul(tf.add(tf.floor(tf.div(tf.neg(at), last)), 1), length));
    const above = tf.sub(at, tf.mul(tf.floor(tf.div(at, last)), length));
    return tf.clipByValue(tf.where(isBelow, below, tf.where(isAbove, above, at)), 0, last);
  }
  const period = 2 * length;
  const raised = tf.add(at, tf.mul(tf.floor(tf.div(tf.neg(at), period)), period));
  const below = tf.where(tf.less(raised, -length), tf.add(raised, period), tf.sub(tf.neg(raised), 1));
  const lowered = tf.sub(at, tf.mul(tf.floor(tf.div(at, period)), period));
  const above = tf.where(tf.greaterEqual(lowered, length), tf.sub(period - 1, lowered), lowered);
  return tf.clipByValue(tf.where(isBelow, below, tf.where(isAbove, above, at)), 0, last);
}
