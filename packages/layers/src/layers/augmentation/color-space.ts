import * as tf from '@tensorflow/tfjs-core';

/** How bright red, green and blue are to the eye. */
const BRIGHTNESS = [0.2989, 0.587, 0.114];

/** The brightness of each pixel, `0.2989 r + 0.587 g + 0.114 b`: `[..., 3]` to `[..., 1]`. */
export function rgbToGrayscale(images: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(images, tf.tensor1d(BRIGHTNESS)), -1, true);
}

/**
 * Hue from 0 to 1, saturation from 0 to 1, and value, the greatest of red, green and blue; each `[..., 1]`.
 *
 * With `range = max - min`: saturation is `range / max`; hue is `(g - b) / (6 range)` where red is the greatest, `(b - r) / (6 range) + 1/3`
 * where green is, else `(r - g) / (6 range) + 2/3`; below 0 it goes on at 1. TensorFlow: `tf.image.rgb_to_hsv`.
 */
export function rgbToHsv(images: tf.Tensor): [hue: tf.Tensor, saturation: tf.Tensor, value: tf.Tensor] {
  const [red, green, blue] = tf.split(images, 3, -1) as [tf.Tensor, tf.Tensor, tf.Tensor];
  const value = tf.maximum(red, tf.maximum(green, blue));
  const range = tf.sub(value, tf.minimum(red, tf.minimum(green, blue)));
  const saturation = tf.where(tf.greater(value, 0), divideOrZero(range, value), tf.zerosLike(value));
  const sixth = (a: tf.Tensor, b: tf.Tensor) => divideOrZero(tf.div(tf.sub(a, b), 6), range);
  const unlessRed = tf.where(tf.equal(green, value), tf.add(sixth(blue, red), 1 / 3), tf.add(sixth(red, green), 2 / 3));
  const turned = tf.where(tf.equal(red, value), sixth(green, blue), unlessRed);
  const hue = tf.where(tf.less(turned, 0), tf.add(turned, 1), turned);
  return [tf.where(tf.greater(range, 0), hue, tf.zerosLike(hue)), saturation, value];
}

/**
 * Red, green and blue, `[..., 3]`: `(1 - saturation + saturation * tint) * value`, the tint of a hue `h` being
 * `clip(|6 h - 3| - 1)`, `clip(2 - |6 h - 2|)`, `clip(2 - |6 h - 4|)`, cut to 0 and 1. TensorFlow: `tf.image.hsv_to_rgb`.
 */
export function hsvToRgb(hue: tf.Tensor, saturation: tf.Tensor, value: tf.Tensor): tf.Tensor {
  const distance = (from: number) => tf.abs(tf.sub(tf.mul(hue, 6), from));
  const tint = tf.clipByValue(
    tf.concat([tf.sub(distance(3), 1), tf.sub(2, distance(2)), tf.sub(2, distance(4))], -1),
    0,
    1,
  );
  return tf.mul(tf.add(tf.sub(1, saturation), tf.mul(saturation, tint)), value);
}

/** A quotient, 0 where it would be one by 0, also for the gradient. */
function divideOrZero(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const isZero = tf.equal(b, 0);
  return tf.where(isZero, tf.zerosLike(b), tf.div(a, tf.where(isZero, tf.onesLike(b), b)));
}
