import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeRange, readValueRange } from './value-range';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('readValueRange', () => {
  test('is that of bytes by default, and in order', () => {
    expect(readValueRange('place', {})).toEqual([0, 255]);
    expect(readValueRange('place', { valueRange: [1, -1] })).toEqual([-1, 1]);
  });

  test('refuses what is no range', () => {
    for (const wrong of [[0], [1, 1], [0, Number.POSITIVE_INFINITY], 255]) {
      expect(() => readValueRange('place', { valueRange: wrong as never })).toThrow(/`valueRange` must be/);
    }
  });
});

test('changeRange moves the ends of one range to those of another', () => {
  expect([...changeRange(tf.tensor1d([-1, 0, 1]), [-1, 1], [0, 255]).dataSync()]).toEqual([0, 127.5, 255]);
  const x = tf.tensor1d([3]);
  expect(changeRange(x, [0, 255], [0, 255])).toBe(x);
});
