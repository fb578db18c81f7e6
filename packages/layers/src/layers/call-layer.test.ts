import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { KerasTensor } from '../graph/keras-tensor';
import { getMask, setMask } from '../graph/masks';
import { Dense, Embedding, Flatten, GlobalAveragePooling1D, Input, Layer, Sequential } from '../index';
import { optionShapes, shapesOf } from './call-layer';

beforeAll(async () => {
  await useBackend('cpu');
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('calling a layer on symbolic tensors', () => {
  test('builds it, and gives a symbolic tensor with its history', () => {
    const layer = new Dense({ units: 3 });
    const output = layer.apply(Input({ shape: [5, 2] }));
    expect(output).toBeInstanceOf(KerasTensor);
    expect(output.shape).toEqual([null, 5, 3]);
    expect([layer.built, output.history?.operation]).toEqual([true, layer]);
  });

  test('notes the mask as an argument of layers that use it', () => {
    const vectors = new Embedding({ inputDim: 3, outputDim: 2, maskZero: true }).apply(
      Input({ shape: [4], dtype: 'int32' }),
    );
    const pool = new GlobalAveragePooling1D();
    pool.apply(vectors);
    expect(pool.inboundNodes[0]?.call.options.mask).toBe(vectors.mask);
    const dense = new Dense({ units: 2 });
    expect(dense.apply(vectors).mask).toBe(vectors.mask);
    expect(dense.inboundNodes[0]?.call.options).toEqual({});
  });
});

describe('masks', () => {
  test('are passed on by layers that support them', () => {
    const [x, mask] = [tf.ones([1, 2, 3]), tf.ones([1, 2], 'bool')];
    setMask(x, mask);
    expect(getMask(new Dense({ units: 1 }).apply(x))).toBe(mask);
  });

  test('are dropped by others, which is said once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const [x, mask] = [tf.ones([1, 2, 3]), tf.ones([1, 2], 'bool')];
    setMask(x, mask);
    const layer = new Flatten({ name: 'f' });
    expect(getMask(layer.apply(x))).toBeNull();
    layer.apply(x);
    expect(warn.mock.calls).toMatchInlineSnapshot(`
      [
        [
          "Flatten 'f' was given an input with a mask, but does not pass masks on: layers after it see padding as data.",
        ],
      ]
    `);
  });
});

test('an error of TF.js inside a layer names the layer, with its path in the model', () => {
  class Product extends Layer {
    override call(inputs: tf.Tensor) {
      return tf.matMul(inputs, tf.ones([3, 1]));
    }
  }
  const model = new Sequential([new Sequential([new Product({ name: 'product' })], { name: 'inner' })], {
    name: 'outer',
  });
  expect(() => model.apply(tf.ones([2, 4]))).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Product 'outer/inner/product': it must be able to compute with its inputs. Received: (None, 4), and from the computation: Error in matMul: inner shapes (4) and (3) of Tensors with shapes 2,4 and 3,1 and transposeA=false and transposeB=false must match. Give it inputs of the rank and the channels that it was built for.]`,
  );
  const own = new RangeError('mine');
  class Throws extends Layer {
    override call(): tf.Tensor {
      throw own;
    }
  }
  expect(() => new Throws().apply(tf.ones([2, 4]))).toThrow(own);
});

test('a layer that does not pass masks on gives its input back without one', () => {
  class Same extends Layer {
    override call(inputs: tf.Tensor) {
      return inputs;
    }
  }
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const x = tf.ones([1, 2]);
  setMask(x, tf.ones([1, 2], 'bool'));
  expect(getMask(new Same().apply<tf.Tensor>(x))).toBeNull();
  expect(getMask(x)).not.toBeNull();
});

describe('shapes', () => {
  test('of inputs and of tensors among the options', () => {
    expect(shapesOf([tf.zeros([1, 2]), new KerasTensor([null, 3])])).toEqual([
      [1, 2],
      [null, 3],
    ]);
    expect(optionShapes({ value: tf.zeros([4]), mask: tf.zeros([1]), training: true })).toEqual({ value: [4] });
  });
});
