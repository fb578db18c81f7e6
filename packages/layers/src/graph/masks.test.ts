import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { KerasTensor } from './keras-tensor';
import { getMask, setMask } from './masks';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('masks', () => {
  test('travel with a tensor, and not with its copies', () => {
    const [x, mask] = [tf.zeros([2]), tf.ones([2], 'bool')];
    expect(getMask(x)).toBeNull();
    setMask(x, mask);
    expect(getMask(x)).toBe(mask);
    expect(getMask(tf.clone(x))).toBeNull();
    setMask(x, null);
    expect(getMask(x)).toBeNull();
  });

  test('travel with symbolic tensors', () => {
    const [x, mask] = [new KerasTensor([2]), new KerasTensor([2], 'bool')];
    setMask(x, mask);
    expect(getMask(x)).toBe(mask);
  });
});
