import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { homography } from './homography';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('homography', () => {
  test('is the identity where the corners stay', () => {
    const corners = tf.tensor3d([0, 0, 6, 0, 0, 4, 6, 4], [1, 4, 2]);
    expectClose(tf.reshape(homography(corners, 5, 7), [-1]), [1, 0, 0, 0, 1, 0, 0, 0]);
  });

  test('takes the corners from where they came to lie', () => {
    const ends = [0.5, -1, 8, 0.25, -0.5, 5, 5, 3];
    const [a0, a1, a2, b0, b1, b2, c0, c1] = homography(
      tf.tensor3d(ends, [1, 4, 2]),
      5,
      7,
    ).dataSync() as never as number[];
    const from = [0, 2, 4, 6].flatMap((i) => {
      const [x, y] = [ends[i] as number, ends[i + 1] as number];
      const k = (c0 as number) * x + (c1 as number) * y + 1;
      return [(a0! * x + a1! * y + a2!) / k, (b0! * x + b1! * y + b2!) / k];
    });
    expectClose(tf.tensor1d(from), [0, 0, 6, 0, 0, 4, 6, 4]);
  });
});
