import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Dense } from './dense';

describe('Dense', () => {
  goldenTests(golden, 'Dense', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new Dense({ units: 2, kernelInitializer: 'ones' });
    expectClose(layer.apply(tf.tensor2d([[1, 2, 3]])), [[6, 6]]);
  });

  test('keeps the axes in front of the last one', () => {
    expect(new Dense({ units: 5 }).apply(tf.zeros([2, 3, 4])).shape).toEqual([2, 3, 5]);
  });

  test('refuses a number of units that is none, and inputs that do not fit its kernel', () => {
    expect(() => new Dense({ units: -3, name: 'hidden' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'hidden': \`units\` must be a positive integer. Received: -3. Pass a whole number, for example 64.]`,
    );
    const layer = new Dense({ units: 2, name: 'hidden' });
    layer.apply(tf.zeros([1, 3]));
    expect(() => layer.apply(tf.zeros([1, 4]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'hidden': axis -1 of the input must have length 3. Received: shape (1, 4). Give it data of the shape it was built for, or build a new layer.]`,
    );
    expect(() => layer.apply(tf.zeros([3]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'hidden': the input must have at least 2 axes. Received: shape (3,). The first axis is the batch; add the axes that are missing.]`,
    );
    expect(() => new Dense({ units: 2, activation: 'rleu' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'dense_2', \`activation\`: the name of a known activation. Received: 'rleu'. Did you mean 'elu' or 'glu' or 'relu'?]`,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new Dense({ units: 2, activation: 'relu', activityRegularizer: 'l2', kernelRegularizer: 'l1' });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Dense({ unknownOption: 1 } as never)).toThrow(/Dense '[a-z0-9_]+': .* Received: `unknownOption`/);
  });
});
