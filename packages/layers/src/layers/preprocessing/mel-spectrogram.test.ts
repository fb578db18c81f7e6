import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../more-layers.golden.json';
import { MelSpectrogram } from './mel-spectrogram';

const small = { fftLength: 32, sequenceStride: 8, numMelBins: 4 };

describe('MelSpectrogram', () => {
  goldenTests(golden, 'MelSpectrogram', runLayerCase);

  test('knows its shape', () => {
    for (const time of [31, 32, 33, 40]) {
      const layer = new MelSpectrogram(small);
      expect(layer.apply<tf.Tensor>(tf.ones([2, time])).shape).toEqual(layer.computeOutputShape([2, time]));
    }
    expect(new MelSpectrogram(small).computeOutputShape([null, null])).toEqual([null, 4, null]);
  });

  test('refuses options that make no sense', () => {
    expect(() => new MelSpectrogram({ fftLength: 16, sequenceLength: 20 })).toThrow(/`fftLength` must not be below/);
    expect(() => new MelSpectrogram({ numMelBins: 0 })).toThrow(/`numMelBins` must be a positive integer/);
    expect(() => new MelSpectrogram({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
