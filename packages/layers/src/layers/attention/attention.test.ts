import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Attention } from './attention';
import golden from './attention.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Attention', () => {
  goldenTests(golden, 'Attention', runLayerCase);

  test('prints what the documentation says', () => {
    const output = new Attention().apply([tf.zeros([1, 2, 4]), tf.ones([1, 3, 4])]);
    expect(output.arraySync()).toEqual([
      [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ],
    ]);
  });

  test('refuses anything but a list of two or three', () => {
    expect(() => new Attention().apply(tf.zeros([1, 2, 3]))).toThrow(/the inputs must be a list/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Attention({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
