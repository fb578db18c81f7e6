import { TenlabError } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Conv2D } from './conv2d';

describe('Conv2D', () => {
  goldenTests(golden, 'Conv2D', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu' });
    expect(layer.apply(tf.zeros([1, 28, 28, 1])).shape).toEqual([1, 26, 26, 32]);
  });

  test('refuses sizes that do not fit, with nothing left allocated', () => {
    const before = tf.memory().numTensors;
    const layer = new Conv2D({ filters: 2, kernelSize: 5, name: 'c' });
    const x = tf.zeros([1, 3, 3, 1]);
    expect(() => layer.apply(x)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv2D 'c': the input must be at least 5 long along spatial axis 0. Received: shape (1, 3, 3, 1). Use \`padding: 'same'\`, a smaller window, or fewer layers that shrink the input.]`,
    );
    x.dispose();
    expect(tf.memory().numTensors).toBe(before);
    const make = (options: object) => () => new Conv2D({ filters: 2, kernelSize: 3, name: 'c', ...options });
    expect(make({ kernelSize: [3, 0] })).toThrow(TenlabError);
    expect(make({ strides: 2, dilationRate: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv2D 'c': only one of \`strides\` and \`dilationRate\` may be above 1. Received: { strides: [2, 2], dilationRate: [2, 2] }. Leave one of them at 1.]`,
    );
    expect(make({ filters: 3, groups: 2 })).toThrow(/multiple of `groups`/);
    expect(make({ padding: 'causal' })).toThrow(/`padding` must be 'valid' or 'same'/);
    expect(() => new Conv2D({ filters: 2, kernelSize: 3, groups: 2, name: 'c' }).build([null, 8, 8, 3])).toThrow(
      /3 channels/,
    );
  });

  test('tells which channels it was built for', () => {
    const layer = new Conv2D({ filters: 2, kernelSize: 3, name: 'c' });
    layer.build([null, 8, 8, 3]);
    expect(() => layer.apply(tf.zeros([1, 8, 8, 1]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv2D 'c': axis -1 of the input must have length 3. Received: shape (1, 8, 8, 1). Give it data of the shape it was built for, or build a new layer.]`,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 5, 5, 2]);
    await expectNoLeak(() => {
      const layer = new Conv2D({ filters: 2, kernelSize: 2, groups: 2, dilationRate: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Conv2D({ unknownOption: 1 } as never)).toThrow(
      /Conv2D '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
