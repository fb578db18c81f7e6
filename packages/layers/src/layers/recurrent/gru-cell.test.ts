import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRU } from './gru';
import { GRUCell } from './gru-cell';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('GRUCell', () => {
  test('takes one step as the layer takes the first', () => {
    const layer = new GRU({ units: 3 });
    const x = tf.randomNormal([2, 1, 4], 0, 1, 'float32', 7);
    const whole = layer.apply(x).dataSync();
    const states = layer.cell.getInitialState(2);
    const [output] = layer.cell.apply<tf.Tensor[]>(tf.reshape(x, [2, 4]), { states });
    expect([...(output as tf.Tensor).dataSync()]).toEqual([...whole]);
  });

  test('keeps its form when it is made from its config', () => {
    const cell = new GRUCell({ units: 3, useBias: false });
    expect(GRUCell.fromConfig(cell.getConfig()).getConfig()).toEqual(cell.getConfig());
  });

  test('refuses an option it does not know', () => {
    expect(() => new GRUCell({ units: 1, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
