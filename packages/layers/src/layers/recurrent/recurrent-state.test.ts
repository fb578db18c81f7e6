import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { RecurrentState } from './recurrent-state';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RecurrentState', () => {
  test('keeps states and begins again', () => {
    const state = new RecurrentState([tf.zeros([1, 1])], 1);
    state.assign([tf.ones([1, 1])]);
    expect([...(state.read()[0] as tf.Tensor).dataSync()]).toEqual([1]);
    state.reset();
    expect([...(state.read()[0] as tf.Tensor).dataSync()]).toEqual([0]);
  });
});
