import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectDataFormat, toChannelsFirst, toChannelsLast, withChannelsLast } from './data-format';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('data formats', () => {
  test('are channels_last unless said otherwise', () => {
    expect(expectDataFormat('p', undefined)).toBe('channels_last');
    expect(expectDataFormat('p', 'channels_first')).toBe('channels_first');
    expect(() => expectDataFormat('p', 'last' as never)).toThrow(/'channels_last' or 'channels_first'/);
  });

  test('are turned into each other, for any number of spatial axes', () => {
    const x = tf.range(0, 24);
    for (const shape of [
      [2, 3, 4],
      [1, 3, 4, 2],
      [1, 2, 3, 2, 2],
    ]) {
      const tensor = tf.reshape(x, shape);
      expect(toChannelsFirst(toChannelsLast(tensor)).arraySync()).toEqual(tensor.arraySync());
    }
    expect(toChannelsLast(tf.zeros([2, 3, 4, 5])).shape).toEqual([2, 4, 5, 3]);
  });

  test('are hidden from what knows one only', () => {
    let seen: number[] = [];
    const output = withChannelsLast(tf.zeros([2, 3, 4, 5]), 'channels_first', (x) => {
      seen = x.shape;
      return x;
    });
    expect([seen, output.shape]).toEqual([
      [2, 4, 5, 3],
      [2, 3, 4, 5],
    ]);
  });
});
