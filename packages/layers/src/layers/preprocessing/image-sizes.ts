import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { DataFormat } from '../data-format';

/** Runs a function of a batch of images on a batch or on one image. */
export function withBatch(images: tf.Tensor, run: (images: tf.Tensor) => tf.Tensor): tf.Tensor {
  return images.rank === 3 ? tf.squeeze(run(tf.expandDims(images, 0)), [0]) : run(images);
}

/** Images `[batch, h, w, channels]` cut to the ratio of a size, around the middle. */
export function cropToAspect(images: tf.Tensor, [height, width]: readonly [number, number]): tf.Tensor {
  const [batch, h, w, channels] = images.shape as [number, number, number, number];
  const tall = Math.max(1, Math.min(h, Math.trunc(Math.fround(w * height) / width)));
  const wide = Math.max(1, Math.min(w, Math.trunc(Math.fround(h * width) / height)));
  return tf.slice(
    images,
    [0, Math.trunc((h - tall) / 2), Math.trunc((w - wide) / 2), 0],
    [batch, tall, wide, channels],
  );
}

/** Images `[batch, h, w, channels]` filled up to the ratio of a size, as much on each side. */
export function padToAspect(images: tf.Tensor, [height, width]: readonly [number, number], value: number): tf.Tensor {
  const [, h, w] = images.shape as [number, number, number];
  const above = Math.trunc((Math.max(h, Math.trunc(Math.fround(w * height) / width)) - h) / 2);
  const left = Math.trunc((Math.max(w, Math.trunc(Math.fround(h * width) / height)) - w) / 2);
  const margins: [number, number][] = [
    [0, 0],
    [above, above],
    [left, left],
    [0, 0],
  ];
  return tf.pad(images, margins, value);
}

/** The shape of images once they have another size. */
export function resizedShape(shape: Shape, height: number, width: number, format: DataFormat): Shape {
  const resized = [...shape];
  const at = format === 'channels_last' ? shape.length - 3 : shape.length - 2;
  resized[at] = height;
  resized[at + 1] = width;
  return resized;
}
