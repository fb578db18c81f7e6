import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Range } from './factor';

/** An option of the layers that change colours. */
export interface ValueRangeOptions {
  /** The least and the greatest value of a pixel. Default [0, 255]. */
  valueRange?: readonly [number, number];
}

/** The range of bytes, in which Keras computes what was thought out for them. */
export const BYTES: Range = [0, 255];

/** Reads the option `valueRange`, in order. Throws unless it is two different numbers. */
export function readValueRange(place: string, { valueRange = BYTES }: ValueRangeOptions): Range {
  if (Array.isArray(valueRange) && valueRange.length === 2 && valueRange.every(Number.isFinite)) {
    const [a, b] = valueRange as unknown as [number, number];
    if (a !== b) return a < b ? [a, b] : [b, a];
  }
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: '`valueRange` must be a list of two numbers, the least and the greatest value of a pixel',
    received: valueRange,
    remedy: 'Pass [0, 1] for images that were divided by 255, or [0, 255].',
  });
}

/** Values of one range put into another: `(x - from[0]) / (from[1] - from[0]) * (to[1] - to[0]) + to[0]`. */
export function changeRange(images: tf.Tensor, from: Range, to: Range): tf.Tensor {
  if (from[0] === to[0] && from[1] === to[1]) return images;
  const share = tf.div(tf.sub(images, from[0]), from[1] - from[0]);
  return tf.add(tf.mul(share, to[1] - to[0]), to[0]);
}
