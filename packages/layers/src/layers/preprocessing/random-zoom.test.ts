import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import golden from './preprocessing.golden.json';
import { RandomZoom } from './random-zoom';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RandomZoom', () => {
  goldenTests(golden, 'RandomZoom', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new RandomZoom({ heightFactor: 0.1 });
    expect(RandomZoom.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new RandomZoom({ heightFactor: 2 })).toThrow(/from -1 to 1/);
  });

  test('changes images in training and not otherwise', () => {
    const layer = new RandomZoom({ heightFactor: 0.1 });
    const x = tf.randomUniform([8, 6, 6, 1], 0, 255, 'float32', 5);
    expect(layer.apply(x, { training: true }).dataSync()).not.toEqual(x.dataSync());
    expect(layer.apply(x).dataSync()).toEqual(x.dataSync());
  });

  test('refuses an option it does not know', () => {
    expect(() => new RandomZoom({ heightFactor: 0.1, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
