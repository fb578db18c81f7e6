import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { SimpleRNN } from './simple-rnn';
import { SimpleRNNCell } from './simple-rnn-cell';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('SimpleRNNCell', () => {
  test('takes one step as the layer takes the first', () => {
    const layer = new SimpleRNN({ units: 3 });
    const x = tf.randomNormal([2, 1, 4], 0, 1, 'float32', 7);
    const whole = layer.apply(x).dataSync();
    const states = layer.cell.getInitialState(2);
    const [output] = layer.cell.apply<tf.Tensor[]>(tf.reshape(x, [2, 4]), { states });
    expect([...(output as tf.Tensor).dataSync()]).toEqual([...whole]);
  });

  test('keeps its form when it is made from its config', () => {
    const cell = new SimpleRNNCell({ units: 3, useBias: false });
    expect(SimpleRNNCell.fromConfig(cell.getConfig()).getConfig()).toEqual(cell.getConfig());
  });

  test('refuses an option it does not know', () => {
    expect(() => new SimpleRNNCell({ units: 1, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
