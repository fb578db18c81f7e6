import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { ReLU } from './relu';

describe('ReLU', () => {
  goldenTests(golden, 'ReLU', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new ReLU({ negativeSlope: 0.5, maxValue: 10 });
    expectClose(layer.apply(tf.tensor1d([-10, -5, 0, 5, 15])), [-5, -2.5, 0, 5, 10]);
  });

  test('refuses a negative slope, and leaves no tensor behind', async () => {
    expect(() => new ReLU({ negativeSlope: -1, name: 'r' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: ReLU 'r': \`negativeSlope\` must not be below 0. Received: -1. Pass 0 or a positive number.]`,
    );
    const x = tf.ones([2]);
    await expectNoLeak(() => new ReLU().apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new ReLU({ unknownOption: 1 } as never)).toThrow(/ReLU '[a-z0-9_]+': .* Received: `unknownOption`/);
  });
});
