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

  test('says what is wrong with a mask that does not fit', () => {
    const call = () => new Softmax({ name: 's' }).apply(tf.ones([2, 3, 4]), { mask: tf.ones([2, 3], 'bool') });
    expect(call).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Softmax 's': the mask must fit the inputs [2, 3, 4], axis by axis from the last, with lengths equal or 1. Received: a mask [2, 3]. Add axes of length 1 to it with tf.expandDims, and pass it as \`mask\`.]`,
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new Softmax({ unknownOption: 1 } as never)).toThrow(
      /Softmax '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
