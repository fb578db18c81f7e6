import { expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';
import { dilate, dilationsOf, undilate } from './dilation';

onEveryBackend('dilate', () => {
  test('puts zeros between the taps, and undilate takes them out', () => {
    const filter = tf.tensor([1, 2, 3, 4, 5, 6], [3, 2, 1, 1]);
    const spread = dilate(filter, [2, 3]);
    expect(spread.shape).toEqual([5, 4, 1, 1]);
    expectClose(spread.dataSync(), [1, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 4, 0, 0, 0, 0, 5, 0, 0, 6]);
    expectClose(undilate(spread, [2, 3]), filter);
  });

  test('leaves a filter without dilation as it is', () => {
    const filter = numbers([3, 3, 2, 2]);
    expect(dilate(filter, [1, 1])).toBe(filter);
    expect(dilationsOf(undefined, 2)).toEqual([1, 1]);
    expect(dilationsOf(3, 2)).toEqual([3, 3]);
  });
});
