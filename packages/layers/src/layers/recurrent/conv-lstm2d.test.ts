import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { ConvLSTM2D } from './conv-lstm2d';
import golden from './recurrent.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ConvLSTM2D', () => {
  goldenTests(golden, 'ConvLSTM2D', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new ConvLSTM2D({ filters: 3, kernelSize: 3 });
    const x = tf.zeros([1, 4, 8, 8, 2]);
    expect(layer.apply(x).shape).toEqual([1, 6, 6, 3]);
    expect(layer.computeOutputShape(x.shape)).toEqual([1, 6, 6, 3]);
  });

  test('keeps its form when it is made from its config', () => {
    const layer = new ConvLSTM2D({ filters: 3, kernelSize: 2, padding: 'same' });
    expect(ConvLSTM2D.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses an option it does not know', () => {
    expect(() => new ConvLSTM2D({ filters: 1, kernelSize: 1, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
