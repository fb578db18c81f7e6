import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import golden from './preprocessing.golden.json';
import { RandomFlip } from './random-flip';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RandomFlip', () => {
  goldenTests(golden, 'RandomFlip', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new RandomFlip({});
    expect(RandomFlip.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new RandomFlip({ mode: 'diagonal' as never })).toThrow(/`mode` must be/);
  });

  test('changes images in training and not otherwise', () => {
    const layer = new RandomFlip({});
    const x = tf.randomUniform([8, 6, 6, 1], 0, 255, 'float32', 5);
    expect(layer.apply(x, { training: true }).dataSync()).not.toEqual(x.dataSync());
    expect(layer.apply(x).dataSync()).toEqual(x.dataSync());
  });

  test('refuses an option it does not know', () => {
    expect(() => new RandomFlip({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
