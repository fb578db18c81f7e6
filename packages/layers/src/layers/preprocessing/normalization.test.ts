import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './learned.golden.json';
import { Normalization } from './normalization';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Normalization', () => {
  goldenTests(golden, 'Normalization', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new Normalization({});
    expect(Normalization.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new Normalization({ mean: 0 })).toThrow(/must be given together/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Normalization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('tells samples apart when the first axis is kept', () => {
    const layer = new Normalization({ axis: 0 });
    const x = tf.tensor2d([1, 3, 10, 20], [2, 2]);
    layer.adapt(x);
    expect([...layer.mean!.read().dataSync(), ...layer.variance!.read().dataSync()]).toEqual([2, 15, 1, 25]);
    expect([...layer.apply<tf.Tensor>(x).dataSync()]).toEqual([-1, 1, -1, 1]);
  });
});
