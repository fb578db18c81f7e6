import { useBackend } from '@tenlab/core';
import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseAdaptivePooling } from './base-adaptive-pooling';

class AlongOneAxis extends BaseAdaptivePooling {
  static override readonly className: string = 'AlongOneAxis';
  constructor(mode: 'max' | 'average', dataFormat: 'channels_last' | 'channels_first' = 'channels_last') {
    super({ outputSize: 3, dataFormat }, 1, mode);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseAdaptivePooling', () => {
  const five = () => tf.tensor3d([1, 5, 2, 8, 4], [1, 5, 1]);

  test('pools windows that overlap where the lengths do not divide', () => {
    // Of 5 elements, outputs see 0 to 1, 1 to 3, 3 to 4.
    expectClose(new AlongOneAxis('max').apply(five()), [[[5], [8], [8]]]);
    expectClose(new AlongOneAxis('average').apply(five()), [[[3], [5], [6]]]);
    const first = new AlongOneAxis('max', 'channels_first');
    expectClose(first.apply(tf.transpose(five(), [0, 2, 1])), [[[5, 8, 8]]]);
    expect(first.computeOutputShape([null, 7, null])).toEqual([null, 7, 3]);
  });

  test('repeats where there is less than wanted', () => {
    expectClose(new AlongOneAxis('average').apply(tf.tensor3d([1, 3], [1, 2, 1])), [[[1], [2], [3]]]);
  });

  test('can be differentiated', () => {
    checkGradient((input: tf.Tensor) => new AlongOneAxis('max').apply<tf.Tensor>(input), [five()]);
    checkGradient((input: tf.Tensor) => new AlongOneAxis('average').apply<tf.Tensor>(input), [five()]);
  });
});
