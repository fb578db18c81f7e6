import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask } from '../../graph/masks';
import golden from '../layers.golden.json';
import { GlobalAveragePooling1D } from './global-average-pooling1d';

describe('GlobalAveragePooling1D', () => {
  goldenTests(golden, 'GlobalAveragePooling1D', runLayerCase);

  test('prints what the documentation says', async () => {
    expectClose(new GlobalAveragePooling1D().apply(tf.tensor3d([1, 2, 3], [1, 3, 1])), [[2]]);
  });

  test('counts only what the mask keeps, and passes no mask on', async () => {
    const [x, mask] = [tf.tensor3d([1, 2, 9], [1, 3, 1]), tf.tensor2d([[1, 1, 0]], [1, 3], 'bool')];
    const output = new GlobalAveragePooling1D().apply(x, { mask });
    expectClose(output, [[1.5]]);
    expect(getMask(output)).toBeNull();
    await expectNoLeak(() => new GlobalAveragePooling1D().apply(x, { mask }));
  });

  test('refuses an option it does not know', () => {
    expect(() => new GlobalAveragePooling1D({ unknownOption: 1 } as never)).toThrow(
      /GlobalAveragePooling1D '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
