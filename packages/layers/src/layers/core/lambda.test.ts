import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { registerFunction } from './function-registry';
import { Input } from './input-layer';
import { Lambda } from './lambda';

beforeAll(async () => {
  await useBackend('cpu');
});

const double = (x: tf.Tensor) => tf.mul(x, 2);
registerFunction('tests.double', double);

describe('Lambda', () => {
  test('prints what the documentation says', () => {
    expectClose(new Lambda({ function: (x) => tf.square(x) }).apply(tf.tensor1d([1, 2, 3])), [1, 4, 9], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('is made again from its config', () => {
    const config = new Lambda({ function: double }).getConfig();
    expect(Lambda.fromConfig(config).getConfig()).toEqual(config);
  });

  test('tells the function of training and its arguments, and knows its output shape', () => {
    const scale = (x: tf.Tensor, { training, by }: { training: boolean; by?: number }) =>
      tf.mul(x, training ? 0 : (by ?? 1));
    const layer = new Lambda({ function: scale, arguments: { by: 3 } });
    expectClose(layer.apply(tf.ones([2])), [3, 3]);
    expectClose(layer.apply(tf.ones([2]), { training: true }), [0, 0]);
    const flat = new Lambda({ function: (x: tf.Tensor) => tf.reshape(x, [-1, 6]) });
    expect(flat.apply(Input({ shape: [2, 3] })).shape).toEqual([null, 6]);
    expect(new Lambda({ function: double, outputShape: [4] }).computeOutputShape([null, 4])).toEqual([null, 4]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Lambda({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new Lambda({ function: 'nothing of this name' })).toThrow(/registerFunction/);
    expect(() => new Lambda({ function: (x: tf.Tensor) => x }).getConfig()).toThrow(/must be known by name/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new Lambda({ function: double });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
