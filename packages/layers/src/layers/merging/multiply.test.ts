import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask, setMask } from '../../graph/masks';
import golden from './merging.golden.json';
import { Multiply } from './multiply';

describe('Multiply', () => {
  goldenTests(golden, 'Multiply', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Multiply().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]), [10, 40], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new Multiply({}).getConfig();
    expect(Multiply.fromConfig(config).getConfig()).toEqual(config);
  });

  test('heeds masks, and passes one on', () => {
    const [a, b] = [tf.tensor3d([1, 2, 3], [1, 3, 1]), tf.tensor3d([5, 1, 9], [1, 3, 1])];
    setMask(a, tf.tensor2d([[1, 1, 0]], [1, 3], 'bool'));
    setMask(b, tf.tensor2d([[0, 1, 0]], [1, 3], 'bool'));
    const output = new Multiply().apply([a, b]);
    expectClose(output, [[[1], [2], [0]]]);
    expect([...(getMask(output)?.dataSync() ?? [])]).toEqual([1, 1, 0]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Multiply().apply(tf.ones([2, 3]))).toThrow(/must be a list/);
    expect(() => new Multiply().apply([tf.ones([2, 3]), tf.ones([4, 3, 2])])).toThrow(/must have equal shapes/);
    expect(() => new Multiply({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = [tf.ones([2, 3]), tf.ones([2, 3])];
    await expectNoLeak(() => {
      const layer = new Multiply({});
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
