import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Flatten } from './flatten';

describe('Flatten', () => {
  goldenTests(golden, 'Flatten', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Flatten().apply(tf.zeros([2, 28, 28])).shape).toEqual([2, 784]);
  });

  test('keeps the type, knows what it can of the shape, and leaves no tensor behind', async () => {
    expect(new Flatten().apply(tf.zeros([2, 3], 'int32')).dtype).toBe('int32');
    expect(new Flatten().computeOutputShape([null, null, 3])).toEqual([null, null]);
    expect(new Flatten().computeOutputShape([4])).toEqual([4, 1]);
    const x = tf.ones([2, 2, 2]);
    await expectNoLeak(() => new Flatten({ dataFormat: 'channels_first' }).apply(x));
  });

  test('refuses an option it does not know', () => {
    expect(() => new Flatten({ unknownOption: 1 } as never)).toThrow(
      /Flatten '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
