import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseSpatialDropout } from './base-spatial-dropout';

class AlongOneAxis extends BaseSpatialDropout {
  static override readonly className: string = 'AlongOneAxis';
  constructor(dataFormat: 'channels_last' | 'channels_first') {
    super({ rate: 0.5, seed: 4, dataFormat, name: 'd' }, 1);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseSpatialDropout', () => {
  test.each([
    ['channels_last', 1],
    ['channels_first', 2],
  ] as const)('drops channels whole with %s', (format, stepAxis) => {
    const output = new AlongOneAxis(format).apply(tf.ones([6, 5, 5]), { training: true });
    const sums = tf.sum(output, stepAxis).dataSync();
    expect(new Set(sums)).toEqual(new Set([0, 10]));
  });

  test('is written as short as Keras writes it', () => {
    expect(new AlongOneAxis('channels_last').getConfig()).toEqual({ rate: 0.5, seed: 4, name: 'd', dtype: 'float32' });
  });
});
