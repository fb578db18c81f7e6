import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask, setMask } from '../../graph/masks';
import { Concatenate } from './concatenate';
import golden from './merging.golden.json';

describe('Concatenate', () => {
  goldenTests(golden, 'Concatenate', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Concatenate().apply([tf.tensor2d([[1, 2]]), tf.tensor2d([[3]])]), [[1, 2, 3]], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('is made again from its config', () => {
    const config = new Concatenate({ axis: 1 }).getConfig();
    expect(Concatenate.fromConfig(config).getConfig()).toEqual(config);
  });

  test('joins masks too, an input without one counting whole', () => {
    const [a, b] = [tf.ones([1, 2, 1]), tf.ones([1, 1, 1])];
    setMask(a, tf.tensor2d([[1, 0]], [1, 2], 'bool'));
    const output = new Concatenate({ axis: 1 }).apply([a, b]);
    expect([...(getMask(output)?.dataSync() ?? [])]).toEqual([1, 0, 1]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Concatenate().apply(tf.ones([2, 3]))).toThrow(/must be a list/);
    expect(() => new Concatenate().apply([tf.ones([2, 3]), tf.ones([4, 3, 2])])).toThrow(/must have equal shapes/);
    expect(() => new Concatenate({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = [tf.ones([2, 3]), tf.ones([2, 3])];
    await expectNoLeak(() => {
      const layer = new Concatenate({ axis: 1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
