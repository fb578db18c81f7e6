import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { GlobalAveragePooling2D } from './global-average-pooling2d';

describe('GlobalAveragePooling2D', () => {
  goldenTests(golden, 'GlobalAveragePooling2D', runLayerCase);

  test('prints what the documentation says', async () => {
    expect(new GlobalAveragePooling2D().apply(tf.ones([2, 4, 4, 3])).shape).toEqual([2, 3]);
    const x = tf.ones([1, 2, 2, 1]);
    await expectNoLeak(() => new GlobalAveragePooling2D().apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new GlobalAveragePooling2D({ unknownOption: 1 } as never)).toThrow(
      /GlobalAveragePooling2D '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
