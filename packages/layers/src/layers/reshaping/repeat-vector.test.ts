import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { RepeatVector } from './repeat-vector';
import golden from './reshaping.golden.json';

describe('RepeatVector', () => {
  goldenTests(golden, 'RepeatVector', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(
      new RepeatVector({ n: 2 }).apply(tf.tensor2d([[1, 2]])),
      [
        [
          [1, 2],
          [1, 2],
        ],
      ],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('is made again from its config', () => {
    const config = new RepeatVector({ n: 3 }).getConfig();
    expect(RepeatVector.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new RepeatVector({ n: 3 }).apply(tf.ones([2, 3, 1]))).toThrow(/must have 2 axes/);
    expect(() => new RepeatVector({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new RepeatVector({ n: 0 })).toThrow(/`n` must be a positive integer/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new RepeatVector({ n: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
