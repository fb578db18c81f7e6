import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { MaxPooling2D } from './max-pooling2d';

describe('MaxPooling2D', () => {
  goldenTests(golden, 'MaxPooling2D', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new MaxPooling2D().apply(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])), [[[[4]]]]);
  });

  test('refuses an image smaller than the window, and leaves no tensor behind', async () => {
    expect(() => new MaxPooling2D({ name: 'p' }).apply(tf.zeros([1, 1, 1, 1]))).toThrow(/padding: 'same'/);
    const x = tf.ones([1, 3, 3, 2]);
    await expectNoLeak(() => new MaxPooling2D({ padding: 'same' }).apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new MaxPooling2D({ unknownOption: 1 } as never)).toThrow(
      /MaxPooling2D '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
