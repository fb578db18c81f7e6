import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Rescaling } from './rescaling';

describe('Rescaling', () => {
  goldenTests(golden, 'Rescaling', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Rescaling({ scale: 1 / 127.5, offset: -1 }).apply(tf.tensor1d([0, 255])), [-1, 1]);
  });

  test('takes one factor per channel, and bytes', async () => {
    const x = tf.tensor2d([[2, 4]], [1, 2], 'int32');
    expectClose(new Rescaling({ scale: [1, 0.5], offset: [1, 0] }).apply(x), [[3, 2]]);
    await expectNoLeak(() => new Rescaling({ scale: [1, 0.5] }).apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new Rescaling({ unknownOption: 1 } as never)).toThrow(
      /Rescaling '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
