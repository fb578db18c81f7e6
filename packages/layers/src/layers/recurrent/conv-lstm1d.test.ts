import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { ConvLSTM1D } from './conv-lstm1d';
import golden from './recurrent.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ConvLSTM1D', () => {
  goldenTests(golden, 'ConvLSTM1D', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new ConvLSTM1D({ filters: 3, kernelSize: 3 });
    const x = tf.zeros([1, 4, 8, 2]);
    expect(layer.apply(x).shape).toEqual([1, 6, 3]);
    expect(layer.computeOutputShape(x.shape)).toEqual([1, 6, 3]);
  });

  test('keeps its form when it is made from its config', () => {
    const layer = new ConvLSTM1D({ filters: 3, kernelSize: 2, padding: 'same' });
    expect(ConvLSTM1D.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses an option it does not know', () => {
    expect(() => new ConvLSTM1D({ filters: 1, kernelSize: 1, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
