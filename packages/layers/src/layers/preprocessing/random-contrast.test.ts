import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import golden from './preprocessing.golden.json';
import { RandomContrast } from './random-contrast';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RandomContrast', () => {
  goldenTests(golden, 'RandomContrast', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new RandomContrast({ factor: 0.1 });
    expect(RandomContrast.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new RandomContrast({ factor: 2 })).toThrow(/from 0 to 1/);
  });

  test('changes images in training and not otherwise', () => {
    const layer = new RandomContrast({ factor: 0.1 });
    const x = tf.randomUniform([8, 6, 6, 1], 0, 255, 'float32', 5);
    expect(layer.apply(x, { training: true }).dataSync()).not.toEqual(x.dataSync());
    expect(layer.apply(x).dataSync()).toEqual(x.dataSync());
  });

  test('refuses an option it does not know', () => {
    expect(() => new RandomContrast({ factor: 0.1, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
