import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Dot } from './dot';
import golden from './merging.golden.json';

describe('Dot', () => {
  goldenTests(golden, 'Dot', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Dot({ axes: 1 }).apply([tf.tensor2d([[1, 2]]), tf.tensor2d([[3, 4]])]), [[11]], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('is made again from its config', () => {
    const config = new Dot({ axes: 1, normalize: true }).getConfig();
    expect(Dot.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Dot({ axes: 1 }).apply([tf.ones([2, 3]), tf.ones([2, 4])])).toThrow(/equally long/);
    expect(() => new Dot({ axes: 1 }).apply([tf.ones([2, 3])])).toThrow(/a list of 2 tensors/);
    expect(() => new Dot({ axes: 0.5 })).toThrow(/`axes` must be an integer/);
    expect(() => new Dot({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = [tf.ones([2, 3]), tf.ones([2, 3])];
    await expectNoLeak(() => {
      const layer = new Dot({ axes: 1, normalize: true });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
