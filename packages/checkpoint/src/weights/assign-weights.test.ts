import type { Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import '../testing/models';
import type { StoredArray } from '../formats/stored-array';
import { assignWeights } from './assign-weights';

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

describe('assignWeights', () => {
  it.each([
    ['int32', scalar('int64', BigInt64Array.of(5n)), 5],
    ['int32', scalar('uint8', Uint8Array.of(5)), 5],
    ['bool', scalar('bool', Uint8Array.of(1)), 1],
    ['float32', scalar('bfloat16', Uint16Array.of(0x4000)), 2],
  ] as const)('gives a weight of %s a tensor that fits', (dtype, array, value) => {
    const { model, values } = scalars(dtype, ['a']);
    assignWeights(model, new Map([['a', array]]), undefined, 'test');
    expect(values()).toEqual([value]);
  });

  it.each([
    ['int32', scalar('int64', BigInt64Array.of(2n ** 31n))],
    ['int32', scalar('float32', Float32Array.of(1))],
    ['float32', scalar('int32', Int32Array.of(1))],
    ['bool', scalar('uint8', Uint8Array.of(1))],
  ] as const)('refuses for a weight of %s one that does not', (dtype, array) => {
    const { model, values } = scalars(dtype, ['a']);
    expect(() => assignWeights(model, new Map([['a', array]]), undefined, 'test')).toThrow(
      `'a' is ${dtype}, in the file ${array.dtype}`,
    );
    expect(values()).toEqual([0]);
  });

  const one = scalar('float32', Float32Array.of(1));
  const two = scalar('float32', Float32Array.of(2));

  it('goes by position only where the file says its order and the last parts agree', () => {
    const { model, values } = scalars('float32', ['m_1/kernel', 'm_1/bias']);
    const tensors = new Map([
      ['m/bias', two],
      ['m/kernel', one],
    ]);
    expect(assignWeights(model, tensors, ['m/kernel', 'm/bias'], 'test').report.matchedBy).toBe('position');
    expect(values()).toEqual([1, 2]);
    expect(() => assignWeights(model, tensors, undefined, 'test')).toThrow("'m_1/kernel' is not in the file");
    expect(() => assignWeights(model, tensors, ['m/bias', 'm/kernel'], 'test')).toThrow("'m/bias' is not in the model");
    expect(() => assignWeights(model, tensors, ['m/kernel', 'm/none'], 'test')).toThrow(
      'a tensor for each of the 2 weights',
    );
  });

  it.each([
    ['scalars/dense/kernel', 'dense/kernel'],
    ['dense/kernel', 'scalars/dense/kernel'],
  ])('takes %s in the model and %s in the file for the same', (path, name) => {
    const { model, values } = scalars('float32', [path]);
    const { report, names } = assignWeights(model, new Map([[name, two]]), undefined, 'test');
    expect(report).toEqual({ matchedBy: 'name', count: 1 });
    expect(names).toEqual([name]);
    expect(values()).toEqual([2]);
  });

  it('takes names for the same that differ by owners in front alone, where there is one such', () => {
    const { model, values } = scalars('float32', ['forward/kernel', 'bias']);
    const tensors = new Map([
      ['text/both/forward/kernel', two],
      ['text/bias', one],
    ]);
    const { report, names } = assignWeights(model, tensors, undefined, 'test');
    expect(report).toEqual({ matchedBy: 'name', count: 2 });
    expect(names).toEqual(['text/both/forward/kernel', 'text/bias']);
    expect(values()).toEqual([2, 1]);
    const twice = new Map([
      ['a/bias', one],
      ['b/bias', two],
    ]);
    expect(() => assignWeights(model, twice, undefined, 'test')).toThrow("'a/bias' is not in the model");
  });

  it('goes by name where all names agree, whatever the order', () => {
    const { model, values } = scalars('float32', ['kernel', 'bias']);
    const tensors = new Map([
      ['bias', two],
      ['kernel', one],
    ]);
    expect(assignWeights(model, tensors, ['bias', 'kernel'], 'test').report.matchedBy).toBe('name');
    expect(values()).toEqual([1, 2]);
  });
});
