import * as tf from '@tensorflow/tfjs-core';

/** What is seen beyond the edge: the image mirrored, repeated, its last pixels, or one value. */
export const FILL_MODES = ['reflect', 'wrap', 'constant', 'nearest'] as const;
export type FillMode = (typeof FILL_MODES)[number];

export interface TransformOptions {
  interpolation: 'bilinear' | 'nearest';
  fillMode: FillMode;
  fillValue: number;
}

/**
 * The one kernel of the layers that move images: pixel `(x, y)` of the output is taken from
 * `(a0 x + a1 y + a2, b0 x + b1 y + b2)` of the input.
 *
 * Shapes: images `[batch, height, width, channels]`, transforms `[batch, 6]`. TensorFlow: `ImageProjectiveTransformV3`.
 */
export function transformImages(images: tf.Tensor, transforms: tf.Tensor, options: TransformOptions): tf.Tensor {
  const { interpolation, fillMode, fillValue } = options;
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const [a0, a1, a2, b0, b1, b2] = tf.split(transforms, 6, 1) as tf.Tensor[] & { length: 6 };
  const columns = tf.reshape(tf.tile(tf.range(0, width), [height]), [1, height * width]);
  const rows = tf.reshape(tf.tile(tf.reshape(tf.range(0, height), [height, 1]), [1, width]), [1, height * width]);
  const along = (a?: tf.Tensor, b?: tf.Tensor, c?: tf.Tensor) =>
    tf.add(tf.add(tf.mul(a as tf.Tensor, columns), tf.mul(b as tf.Tensor, rows)), c as tf.Tensor);
  const x = mapBeyond(along(a0, a1, a2), width, fillMode);
  const y = mapBeyond(along(b0, b1, b2), height, fillMode);
  const flat = tf.reshape(images, [batch * height * width, channels]);
  const first = tf.mul(tf.reshape(tf.range(0, batch), [batch, 1]), height * width);
  const read = (atX: tf.Tensor, atY: tf.Tensor): tf.Tensor => {
    const inside = tf.logicalAnd(isWithin(atX, width), isWithin(atY, height));
    const safeX = tf.clipByValue(atX, 0, width - 1);
    const safeY = tf.clipByValue(atY, 0, height - 1);
    const index = tf.cast(tf.add(first, tf.add(tf.mul(safeY, width), safeX)), 'int32');
    const pixels = tf.reshape(tf.gather(flat, tf.reshape(index, [-1])), [batch, height * width, channels]);
    return tf.where(tf.expandDims(inside, -1), pixels, tf.fill(pixels.shape, fillValue));
  };
  const result = interpolation === 'nearest' ? read(roundAway(x), roundAway(y)) : bilinear(read, x, y);
  return tf.reshape(result, [batch, height, width, channels]);
}

function bilinear(read: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor, x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const [left, top] = [tf.floor(x), tf.floor(y)];
  const [right, bottom] = [tf.add(left, 1), tf.add(top, 1)];
  const [toRight, toBottom] = [tf.expandDims(tf.sub(x, left), -1), tf.expandDims(tf.sub(y, top), -1)];
  const mix = (a: tf.Tensor, b: tf.Tensor, share: tf.Tensor) => tf.add(tf.mul(a, tf.sub(1, share)), tf.mul(b, share));
  const above = mix(read(left, top), read(right, top), toRight);
  return mix(above, mix(read(left, bottom), read(right, bottom), toRight), toBottom);
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

function isWithin(at: tf.Tensor, length: number): tf.Tensor {
  return tf.logicalAnd(tf.greaterEqual(at, 0), tf.lessEqual(at, length - 1));
}

/** Half away from zero, as C's `round`. */
function roundAway(x: tf.Tensor): tf.Tensor {
  return tf.mul(tf.sign(x), tf.floor(tf.add(tf.abs(x), 0.5)));
}
