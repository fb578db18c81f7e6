import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../register';

beforeAll(() => startWasm({ threads: 1 }));

const x = () => tf.tensor1d([-1.7, 0, 0.4, 3.9]);

test('casts to integers towards zero, and to bool by what is not 0', () => {
  expect([...tf.cast(x(), 'int32').dataSync()]).toEqual([-1, 0, 0, 3]);
  expect([...tf.cast(x(), 'bool').dataSync()]).toEqual([1, 0, 1, 1]);
  expect([...tf.cast(tf.tensor1d([5, 0, -7], 'int32'), 'bool').dataSync()]).toEqual([1, 0, 1]);
  expect([...tf.cast(tf.tensor1d([true, false]), 'float32').dataSync()]).toEqual([1, 0]);
});

test('takes the real part of a complex number', () => {
  expect([...tf.cast(tf.complex([1.5, 2], [3, 4]), 'float32').dataSync()]).toEqual([1.5, 2]);
});

test('hands the same data on where there is nothing to cast', () => {
  const from = x();
  const to = tf.cast(from, 'float32');
  expect(to.dataId).toBe(from.dataId);
  from.dispose();
  expect(to.dataSync()[3]).toBeCloseTo(3.9);
});
