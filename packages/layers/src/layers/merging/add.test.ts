import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask, setMask } from '../../graph/masks';
import { Add } from './add';
import golden from './merging.golden.json';

describe('Add', () => {
  goldenTests(golden, 'Add', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Add().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]), [11, 22], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new Add({}).getConfig();
    expect(Add.fromConfig(config).getConfig()).toEqual(config);
  });

  test('heeds masks, and passes one on', () => {
    const [a, b] = [tf.tensor3d([1, 2, 3], [1, 3, 1]), tf.tensor3d([5, 1, 9], [1, 3, 1])];
    setMask(a, tf.tensor2d([[1, 1, 0]], [1, 3], 'bool'));
    setMask(b, tf.tensor2d([[0, 1, 0]], [1, 3], 'bool'));
    const output = new Add().apply([a, b]);
    expectClose(output, [[[6], [3], [12]]]);
    expect([...(getMask(output)?.dataSync() ?? [])]).toEqual([1, 1, 0]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Add().apply(tf.ones([2, 3]))).toThrow(/must be a list/);
    expect(() => new Add().apply([tf.ones([2, 3]), tf.ones([4, 3, 2])])).toThrow(/must have equal shapes/);
    expect(() => new Add({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = [tf.ones([2, 3]), tf.ones([2, 3])];
    await expectNoLeak(() => {
      const layer = new Add({});
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
