import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './core.golden.json';
import { EinsumDense } from './einsum-dense';

describe('EinsumDense', () => {
  goldenTests(golden, 'EinsumDense', runLayerCase);

  test('prints what the documentation says', () => {
    expect(
      new EinsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64] }).apply(tf.zeros([2, 32, 128])).shape,
    ).toEqual([2, 32, 64]);
  });

  test('is made again from its config', () => {
    const config = new EinsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: 'd' }).getConfig();
    expect(EinsumDense.fromConfig(config).getConfig()).toEqual(config);
  });

  test('lets ... stand for any axes', () => {
    const left = new EinsumDense({ equation: '...x,xy->...y', outputShape: 5, biasAxes: 'y' });
    expect(left.apply(tf.ones([2, 3, 4, 6])).shape).toEqual([2, 3, 4, 5]);
    expect(left.bias?.shape).toEqual([5]);
    const right = new EinsumDense({ equation: 'ab...,bc->ac...', outputShape: 5, biasAxes: 'c' });
    expect(right.apply(tf.ones([2, 3, 4, 6])).shape).toEqual([2, 5, 4, 6]);
    expect(right.bias?.shape).toEqual([5, 1, 1]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() =>
      new EinsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: 'd' }).apply(tf.ones([2, 3])),
    ).toThrow(/must name each axis/);
    expect(() => new EinsumDense({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new EinsumDense({ equation: 'ab,bc', outputShape: 3 }).apply(tf.ones([2, 3]))).toThrow(
      /must be of the form/,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new EinsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: 'd' });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
