import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../more-layers.golden.json';
import { STFTSpectrogram, type STFTSpectrogramOptions } from './stft-spectrogram';

describe('STFTSpectrogram', () => {
  goldenTests(golden, 'STFTSpectrogram', runLayerCase);

  test.each<STFTSpectrogramOptions>([
    { mode: 'stft' },
    { mode: 'psd', expandDims: true },
    { padding: 'same', frameStep: 3 },
    { expandDims: true, mode: 'stft' },
  ])('%o knows its shape, channels first too', (options) => {
    for (const dataFormat of ['channels_last', 'channels_first'] as const) {
      const layer = new STFTSpectrogram({ frameLength: 8, dataFormat, ...options });
      const shape = dataFormat === 'channels_last' ? [2, 21, 3] : [2, 3, 21];
      expect(layer.apply<tf.Tensor>(tf.ones(shape)).shape).toEqual(layer.computeOutputShape(shape));
    }
  });

  test('gives with channels first what it gives with channels last', () => {
    const x = tf.randomNormal([1, 20, 2], 0, 1, 'float32', 1);
    const last = new STFTSpectrogram({ frameLength: 8, expandDims: true }).apply<tf.Tensor>(x);
    const layer = new STFTSpectrogram({ frameLength: 8, expandDims: true, dataFormat: 'channels_first' });
    const first = layer.apply<tf.Tensor>(tf.transpose(x, [0, 2, 1]));
    expect(tf.transpose(first, [0, 2, 3, 1]).dataSync()).toEqual(last.dataSync());
  });

  test('tells the angle of a wave', () => {
    const wave = Array.from({ length: 8 }, (_, t) => Math.cos((2 * Math.PI * 2 * t) / 8 - 1));
    const layer = new STFTSpectrogram({ mode: 'angle', frameLength: 8, window: null });
    expect(layer.apply<tf.Tensor>(tf.tensor3d(wave, [1, 8, 1])).dataSync()[2]).toBeCloseTo(-1, 5);
  });

  test('refuses options that make no sense', () => {
    expect(() => new STFTSpectrogram({ frameLength: 8, frameStep: 9 })).toThrow(/`frameStep` must not be above/);
    expect(() => new STFTSpectrogram({ frameLength: 8, fftLength: 4 })).toThrow(/nor `fftLength` below it/);
    expect(() => new STFTSpectrogram({ mode: 'loud' as never })).toThrow(/`mode` must be 'log'/);
    expect(() => new STFTSpectrogram({ window: 'triangle' as never })).toThrow(/`window`/);
    expect(() => new STFTSpectrogram({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
