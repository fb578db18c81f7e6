import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { fashionDense } from '../nets/fashion-dense';
import { imdbPool } from '../nets/imdb-pool';
import { makeData } from './synthetic-data';

beforeAll(() => tf.setBackend('cpu'));

test('rows are random, of the right kind, and the same in every run', () => {
  const { x, y } = makeData(fashionDense, 50);
  expect([x.shape, x.dtype, y.shape, y.dtype]).toEqual([[50, 28, 28], 'float32', [50], 'int32']);
  expect(Math.min(...x.dataSync())).toBeGreaterThanOrEqual(0);
  expect(Math.max(...x.dataSync())).toBeLessThan(1);
  expect([...new Set(y.dataSync())].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(makeData(fashionDense, 50).x.dataSync()).toEqual(x.dataSync());
});

test('ids are whole numbers, yes and no are one and zero', () => {
  const { x, y } = makeData(imdbPool, 50);
  expect([x.shape, x.dtype, y.shape]).toEqual([[50, 256], 'int32', [50, 1]]);
  expect(Math.max(...x.dataSync())).toBeGreaterThan(9900);
  expect(Math.max(...x.dataSync())).toBeLessThan(10_000);
  expect([...new Set(y.dataSync())].sort()).toEqual([0, 1]);
});

test('one-hot rows hold one one', () => {
  const { y } = makeData({ ...fashionDense, target: { kind: 'one-hot', count: 10 } }, 20);
  expect([y.shape, y.dtype]).toEqual([[20, 10], 'float32']);
  expect([...tf.sum(y, 1).dataSync()]).toEqual(Array(20).fill(1));
});
