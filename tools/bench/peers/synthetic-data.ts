import * as tf from '@tensorflow/tfjs-core';
import type { Net } from '../nets/net';

/** Random rows of the right kind, resident in memory, the same in every run. */
export function makeData({ input, target }: Net, rows: number): { x: tf.Tensor; y: tf.Tensor } {
  const random = generator();
  const shape = [rows, ...input.shape];
  const size = tf.util.sizeFromShape(shape);
  const x =
    input.kind === 'ids'
      ? tf.tensor(
          Int32Array.from({ length: size }, () => random() * input.count),
          shape,
          'int32',
        )
      : tf.tensor(Float32Array.from({ length: size }, random), shape);
  if (target.kind === 'real') return { x, y: tf.tensor(Float32Array.from({ length: rows }, random), [rows, 1]) };
  if (target.kind === 'yes-no') {
    return {
      x,
      y: tf.tensor(
        Float32Array.from({ length: rows }, () => Math.round(random())),
        [rows, 1],
      ),
    };
  }
  const classes = tf.tensor1d(
    Int32Array.from({ length: rows }, () => random() * target.count),
    'int32',
  );
  if (target.kind === 'class') return { x, y: classes };
  const y = tf.cast(tf.oneHot(classes, target.count), 'float32');
  classes.dispose();
  return { x, y };
}

/** A small generator of numbers from 0 to 1 (mulberry32): what they are does not matter, only that they vary. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
