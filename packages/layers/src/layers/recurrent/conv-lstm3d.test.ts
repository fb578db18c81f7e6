import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ConvLSTM3D } from './conv-lstm3d';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ConvLSTM3D', () => {
  test('prints what the documentation says', () => {
    const layer = new ConvLSTM3D({ filters: 3, kernelSize: 3 });
    const x = tf.zeros([1, 2, 4, 4, 4, 1]);
    expect(layer.apply(x).shape).toEqual([1, 2, 2, 2, 3]);
    expect(layer.computeOutputShape(x.shape)).toEqual([1, 2, 2, 2, 3]);
  });

  test('keeps its form when it is made from its config', () => {
    const layer = new ConvLSTM3D({ filters: 3, kernelSize: 2, padding: 'same' });
    expect(ConvLSTM3D.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses an option it does not know', () => {
    expect(() => new ConvLSTM3D({ filters: 1, kernelSize: 1, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
