import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Softmax } from './softmax';

describe('Softmax', () => {
  goldenTests(golden, 'Softmax', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Softmax().apply(tf.tensor2d([[0, Math.log(3)]])), [[0.25, 0.75]]);
  });

  test('gives nothing to what the mask leaves out, and leaves no tensor behind', async () => {
    const [x, mask] = [tf.tensor2d([[1, 2, 1]]), tf.tensor2d([[1, 0, 1]], [1, 3], 'bool')];
    expectClose(new Softmax().apply(x, { mask }), [[0.5, 0, 0.5]]);
    await expectNoLeak(() => new Softmax().apply(x, { mask }));
  });

  test('refuses an option it does not know', () => {
    expect(() => new Softmax({ unknownOption: 1 } as never)).toThrow(
      /Softmax '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
