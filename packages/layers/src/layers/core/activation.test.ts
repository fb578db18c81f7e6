import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Activation } from './activation';

describe('Activation', () => {
  goldenTests(golden, 'Activation', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Activation({ activation: 'relu' }).apply(tf.tensor1d([-1, 2])), [0, 2]);
  });

  test('has no weights, and leaves no tensor behind', async () => {
    const x = tf.ones([2]);
    await expectNoLeak(() => new Activation({ activation: 'tanh' }).apply(x));
    expect(new Activation({ activation: 'tanh' }).countParams()).toBe(0);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Activation({ unknownOption: 1 } as never)).toThrow(
      /Activation '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
