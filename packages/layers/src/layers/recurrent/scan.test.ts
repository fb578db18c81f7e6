import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { scan } from './scan';
import { SimpleRNNCell } from './simple-rnn-cell';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('scan', () => {
  test('keeps the states where the mask leaves a step out', () => {
    const cell = new SimpleRNNCell({
      units: 1,
      activation: 'linear',
      kernelInitializer: 'ones',
      recurrentInitializer: 'ones',
    });
    cell.build([1, 1]);
    const options = {
      training: false,
      goBackwards: false,
      zeroOutputForMask: false,
      returnSequences: true,
      returnState: false,
    };
    const mask = tf.tensor2d([[true, false, true]], [1, 3], 'bool');
    const { output } = scan(cell, tf.ones([1, 3, 1]), cell.getInitialState(1), { ...options, mask });
    expect([...output.dataSync()]).toEqual([1, 1, 2]);
    const zeroed = scan(cell, tf.ones([1, 3, 1]), cell.getInitialState(1), {
      ...options,
      mask,
      zeroOutputForMask: true,
    });
    expect([...zeroed.output.dataSync()]).toEqual([1, 0, 2]);
  });
});
