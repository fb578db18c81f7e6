import * as tf from '@tensorflow/tfjs-core';

/** How values between pixels are found. */
export const INTERPOLATIONS = ['bilinear', 'nearest'] as const;

export interface SampleOptions {
  interpolation: (typeof INTERPOLATIONS)[number];
  /** The value of pixels beyond the edge. Default 0. */
  fillValue?: number;
  /** Which pixel is read instead of one beyond the edge of an axis of a length. Default: none, there is `fillValue`. */
  pixelFor?: (index: tf.Tensor, length: number) => tf.Tensor;
}

/**
 * Reads each image at places of its own: `out[b, i] = images[b, y[b, i], x[b, i]]`, pixels having their values in their middles.
 * It is the one place that layers which move pixels read them through.
 *
 * Shapes: images `[batch, height, width, channels]`, x and y `[batch, places]`; out `[batch, places, channels]`.
 */
export function sampleImages(images: tf.Tensor, x: tf.Tensor, y: tf.Tensor, options: SampleOptions): tf.Tensor {
  const { interpolation, fillValue = 0, pixelFor = (index) => index } = options;
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const flat = tf.reshape(images, [batch * height * width, channels]);
  const first = tf.mul(tf.reshape(tf.range(0, batch), [batch, 1]), height * width);
  const read = (indexX: tf.Tensor, indexY: tf.Tensor): tf.Tensor => {
    const [atX, atY] = [pixelFor(indexX, width), pixelFor(indexY, height)];
    const inside = tf.logicalAnd(isWithin(atX, width), isWithin(atY, height));
    const safeX = tf.clipByValue(atX, 0, width - 1);
    const safeY = tf.clipByValue(atY, 0, height - 1);
    const index = tf.cast(tf.add(first, tf.add(tf.mul(safeY, width), safeX)), 'int32');
    const pixels = tf.reshape(tf.gather(flat, tf.reshape(index, [-1])), [batch, x.shape[1] as number, channels]);
    return tf.where(tf.expandDims(inside, -1), pixels, tf.fill(pixels.shape, fillValue));
  };
  return interpolation === 'nearest' ? read(roundAway(x), roundAway(y)) : bilinear(read, x, y);
}

/** The columns and rows of the pixels of an image of a size, each `[1, height * width]`. */
export function pixelPlaces(height: number, width: number): [columns: tf.Tensor, rows: tf.Tensor] {
  const places = [1, height * width];
  const columns = tf.reshape(tf.tile(tf.range(0, width), [height]), places);
  const rows = tf.reshape(tf.tile(tf.reshape(tf.range(0, height), [height, 1]), [1, width]), places);
  return [columns, rows];
}

function bilinear(read: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor, x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const [left, top] = [tf.floor(x), tf.floor(y)];
  const [right, bottom] = [tf.add(left, 1), tf.add(top, 1)];
  const [toRight, toBottom] = [tf.expandDims(tf.sub(x, left), -1), tf.expandDims(tf.sub(y, top), -1)];
  const mix = (a: tf.Tensor, b: tf.Tensor, share: tf.Tensor) => tf.add(tf.mul(a, tf.sub(1, share)), tf.mul(b, share));
  const above = mix(read(left, top), read(right, top), toRight);
  return mix(above, mix(read(left, bottom), read(right, bottom), toRight), toBottom);
}

function isWithin(at: tf.Tensor, length: number): tf.Tensor {
  return tf.logicalAnd(tf.greaterEqual(at, 0), tf.lessEqual(at, length - 1));
}

/** Half away from zero, as C's `round`. */
function roundAway(x: tf.Tensor): tf.Tensor {
  return tf.mul(tf.sign(x), tf.floor(tf.add(tf.abs(x), 0.5)));
}
