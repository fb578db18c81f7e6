import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { AveragePooling2D } from './average-pooling2d';

describe('AveragePooling2D', () => {
  goldenTests(golden, 'AveragePooling2D', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new AveragePooling2D().apply(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])), [[[[2.5]]]]);
  });

  test('refuses an image smaller than the window, and leaves no tensor behind', async () => {
    expect(() => new AveragePooling2D({ name: 'p' }).apply(tf.zeros([1, 1, 1, 1]))).toThrow(/padding: 'same'/);
    const x = tf.ones([1, 3, 3, 2]);
    await expectNoLeak(() => new AveragePooling2D({ padding: 'same' }).apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new AveragePooling2D({ unknownOption: 1 } as never)).toThrow(
      /AveragePooling2D '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
