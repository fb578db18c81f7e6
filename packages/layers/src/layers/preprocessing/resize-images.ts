import * as tf from '@tensorflow/tfjs-core';
import { tableCentre } from '../reshaping/resample';

export const INTERPOLATIONS = ['bilinear', 'nearest', 'bicubic', 'lanczos3', 'lanczos5', 'area'] as const;

/** How values between pixels are found. */
export type Interpolation = (typeof INTERPOLATIONS)[number];

/** How much a pixel counts at a distance, and from where on not at all. */
const KERNELS: Readonly<
  Record<'bilinear' | 'bicubic' | 'lanczos3' | 'lanczos5', { radius: number; at(x: number): number }>
> = {
  bilinear: { radius: 1, at: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { radius: 2, at: (x) => cubic(Math.abs(x)) },
  lanczos3: { radius: 3, at: (x) => lanczos(Math.abs(x), 3) },
  lanczos5: { radius: 5, at: (x) => lanczos(Math.abs(x), 5) },
};

/**
 * Images `[batch, height, width, channels]` of another size: each row and column is a weighted sum of the old ones, so it is two
 * products of matrices and can be differentiated. Pixels are squares with their value in the middle. TensorFlow: `tf.image.resize`.
 */
export function resizeImages(
  images: tf.Tensor,
  [height, width]: readonly [number, number],
  interpolation: Interpolation,
  antialias = false,
): tf.Tensor {
  const [batch, oldHeight, oldWidth, channels] = images.shape as [number, number, number, number];
  const rows = weightsOf(oldHeight, height, interpolation, antialias);
  const columns = weightsOf(oldWidth, width, interpolation, antialias);
  const tall = tf.matMul(rows, tf.reshape(tf.transpose(images, [1, 0, 2, 3]), [oldHeight, -1]) as tf.Tensor2D);
  const turned = tf.transpose(tf.reshape(tall, [height, batch, oldWidth, channels]), [2, 1, 0, 3]);
  const wide = tf.matMul(columns, tf.reshape(turned, [oldWidth, -1]) as tf.Tensor2D);
  return tf.transpose(tf.reshape(wide, [width, batch, height, channels]), [1, 2, 0, 3]);
}

/** `[to, from]`: how much of each old pixel is in each new one. */
function weightsOf(from: number, to: number, interpolation: Interpolation, antialias: boolean): tf.Tensor2D {
  const scale = from / to;
  const values = new Float32Array(from * to);
  for (let i = 0; i < to; i++) {
    const row = values.subarray(i * from, (i + 1) * from);
    if (interpolation === 'nearest') row[Math.min(from - 1, Math.floor((i + 0.5) * scale))] = 1;
    else if (interpolation === 'area') fillOverlap(row, i * scale, (i + 1) * scale);
    else
      fillKernel(
        row,
        centerOf((i + 0.5) * scale, interpolation, antialias),
        antialias ? Math.max(scale, 1) : 1,
        KERNELS[interpolation],
      );
    const sum = row.reduce((total, weight) => total + weight, 0);
    for (let j = 0; j < from; j++) row[j] = (row[j] as number) / sum;
  }
  return tf.tensor2d(values, [to, from]);
}

function centerOf(center: number, interpolation: Interpolation, antialias: boolean): number {
  return interpolation === 'bicubic' && !antialias ? tableCentre(center - 0.5) + 0.5 : center;
}

function fillOverlap(row: Float32Array, start: number, end: number): void {
  for (let j = 0; j < row.length; j++) row[j] = Math.max(0, Math.min(end, j + 1) - Math.max(start, j));
}

function fillKernel(row: Float32Array, center: number, stretch: number, kernel: { at(x: number): number }): void {
  for (let j = 0; j < row.length; j++) row[j] = kernel.at((j + 0.5 - center) / stretch);
}

function cubic(x: number): number {
  if (x >= 2) return 0;
  return x >= 1 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : (1.5 * x - 2.5) * x * x + 1;
}

function lanczos(x: number, radius: number): number {
  if (x >= radius) return 0;
  if (x < 1e-3) return 1;
  return (radius * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / radius)) / (Math.PI * Math.PI * x * x);
}
