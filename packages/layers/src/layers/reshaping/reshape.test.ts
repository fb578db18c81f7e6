import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Reshape } from './reshape';

describe('Reshape', () => {
  goldenTests(golden, 'Reshape', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Reshape({ targetShape: [3, -1] }).apply(tf.zeros([2, 12])).shape).toEqual([2, 3, 4]);
  });

  test('refuses shapes with another number of elements', () => {
    const layer = new Reshape({ targetShape: [5, 2], name: 'r' });
    expect(() => layer.apply(tf.zeros([1, 12]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Reshape 'r': samples must have 10 elements for \`targetShape\` [5,2]. Received: 12 elements, shape [12]. Choose a shape with as many elements; the batch is not part of it.]`,
    );
    expect(() => new Reshape({ targetShape: [-1, -1], name: 'r' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Reshape 'r': \`targetShape\` must be a list of lengths, at most one of them -1. Received: [-1, -1]. Leave the batch out: [28, 28, 1] for images.]`,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 4]);
    await expectNoLeak(() => new Reshape({ targetShape: [2, 2] }).apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new Reshape({ unknownOption: 1 } as never)).toThrow(
      /Reshape '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
