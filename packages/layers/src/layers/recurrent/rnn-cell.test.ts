import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CallOptions } from '../layer';
import { RNN } from './rnn';
import { RNNCell } from './rnn-cell';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RNNCell', () => {
  test('of your own runs in an RNN', () => {
    class Sum extends RNNCell {
      readonly stateSize = 2;
      override call(inputs: tf.Tensor, { states }: CallOptions) {
        const sum = tf.add(inputs, (states as tf.Tensor[])[0] as tf.Tensor);
        return [sum, [sum]];
      }
    }
    expect(new RNN({ cell: new Sum() }).apply(tf.ones([1, 3, 2])).arraySync()).toEqual([[3, 3]]);
  });
});
