import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LSTMCell } from './lstm-cell';
import { RNN } from './rnn';
import { StackedRNNCells } from './stacked-rnn-cells';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('StackedRNNCells', () => {
  test('passes what one cell gives to the next', () => {
    const cell = new StackedRNNCells({ cells: [new LSTMCell({ units: 8 }), new LSTMCell({ units: 4 })] });
    expect(new RNN({ cell }).apply(tf.zeros([2, 5, 3])).shape).toEqual([2, 4]);
  });

  test('refuses an empty stack', () => {
    expect(() => new StackedRNNCells({ cells: [] })).toThrow(/must be a list of at least one cell/);
  });
});
