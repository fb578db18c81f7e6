import type { Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import '../testing/models';
import type { StoredArray } from '../formats/stored-array';
import { assignWeights } from './assign-weights';
import type { FileTensor } from './file-tensor';

/** A model of scalars of one type. */
function scalars(dtype: 'float32' | 'int32' | 'bool', paths: readonly string[]) {
  const weights = paths.map((path) => {
    const value = tf.tidy(() => tf.variable(tf.scalar(0, dtype)));
    return { path, dtype, shape: [], value, assign: (tensor: tf.Tensor) => value.assign(tensor as tf.Scalar) };
  });
  const model = { name: 'scalars', weights } as unknown as Model;
  return { model, values: () => weights.map(({ value }) => value.dataSync()[0]) };
}

const scalar = (dtype: string, data: ArrayLike<unknown>) => ({ dtype, shape: [], data }) as unknown as StoredArray;

/** Gives a model arrays in memory as if they were those of a file. */
function assign(model: Model, arrays: ReadonlyMap<string, StoredArray>, order?: readonly string[]) {
  const tensors = new Map(
    [...arrays].map(([name, array]): [string, FileTensor] => {
      return [name, { name, dtype: array.dtype, shape: array.shape, read: async () => array }];
    }),
  );
  return assignWeights(model, { tensors, order }, { place: 'test' });
}

describe('assignWeights', () => {
  it.each([
    ['int32', scalar('int64', BigInt64Array.of(5n)), 5],
    ['int32', scalar('uint8', Uint8Array.of(5)), 5],
    ['bool', scalar('bool', Uint8Array.of(1)), 1],
    ['float32', scalar('bfloat16', Uint16Array.of(0x4000)), 2],
  ] as const)('gives a weight of %s a tensor that fits', async (dtype, array, value) => {
    const { model, values } = scalars(dtype, ['a']);
    await assign(model, new Map([['a', array]]));
    expect(values()).toEqual([value]);
  });

  it.each([
    ['int32', scalar('int64', BigInt64Array.of(2n ** 31n))],
    ['int32', scalar('float32', Float32Array.of(1))],
    ['float32', scalar('int32', Int32Array.of(1))],
    ['bool', scalar('uint8', Uint8Array.of(1))],
  ] as const)('refuses for a weight of %s one that does not', async (dtype, array) => {
    const { model, values } = scalars(dtype, ['a']);
    await expect(assign(model, new Map([['a', array]]))).rejects.toThrow(`'a' is ${dtype}, in the file ${array.dtype}`);
    expect(values()).toEqual([0]);
  });

  const one = scalar('float32', Float32Array.of(1));
  const two = scalar('float32', Float32Array.of(2));

  it('goes by position only where the file says its order and the last parts agree', async () => {
    const { model, values } = scalars('float32', ['m_1/kernel', 'm_1/bias']);
    const tensors = new Map([
      ['m/bias', two],
      ['m/kernel', one],
    ]);
    expect((await assign(model, tensors, ['m/kernel', 'm/bias'])).report.matchedBy).toBe('position');
    expect(values()).toEqual([1, 2]);
    await expect(assign(model, tensors)).rejects.toThrow("'m_1/kernel' is not in the file");
    await expect(assign(model, tensors, ['m/bias', 'm/kernel'])).rejects.toThrow("'m/bias' is not in the model");
    await expect(assign(model, tensors, ['m/kernel', 'm/none'])).rejects.toThrow('a tensor for each of the 2 weights');
  });

  it.each([
    ['scalars/dense/kernel', 'dense/kernel'],
    ['dense/kernel', 'scalars/dense/kernel'],
  ])('takes %s in the model and %s in the file for the same', async (path, name) => {
    const { model, values } = scalars('float32', [path]);
    const { report, names } = await assign(model, new Map([[name, two]]));
    expect(report).toEqual({ matchedBy: 'name', count: 1 });
    expect(names).toEqual([name]);
    expect(values()).toEqual([2]);
  });

  it('takes names for the same that differ by owners in front alone, where there is one such', async () => {
    const { model, values } = scalars('float32', ['forward/kernel', 'bias']);
    const tensors = new Map([
      ['text/both/forward/kernel', two],
      ['text/bias', one],
    ]);
    const { report, names } = await assign(model, tensors);
    expect(report).toEqual({ matchedBy: 'name', count: 2 });
    expect(names).toEqual(['text/both/forward/kernel', 'text/bias']);
    expect(values()).toEqual([2, 1]);
    const twice = new Map([
      ['a/bias', one],
      ['b/bias', two],
    ]);
    await expect(assign(model, twice)).rejects.toThrow("'a/bias' is not in the model");
  });

  it('goes by name where all names agree, whatever the order', async () => {
    const { model, values } = scalars('float32', ['kernel', 'bias']);
    const tensors = new Map([
      ['bias', two],
      ['kernel', one],
    ]);
    expect((await assign(model, tensors, ['bias', 'kernel'])).report.matchedBy).toBe('name');
    expect(values()).toEqual([1, 2]);
  });
});
