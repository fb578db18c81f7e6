import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare, compareNumber } from './deviation';

beforeAll(async () => {
  await useBackend('cpu');
});

const tolerance = { rtol: 0.1, atol: 0.5 };
const golden = { dtype: 'float32' as const, shape: [2], b64: 'AACAPwAAAMA=' };

describe('compare', () => {
  test('measures the worst element in multiples of the tolerance', async () => {
    const { excess, text } = await compare('value', tf.tensor1d([1, -3.4]), golden, tolerance);
    expect(excess).toBeCloseTo(2);
    expect(text).toBe('value[1]: -3.4000000953674316, expected -2 (2.00 times the tolerance)');
  });

  test('fails another shape', async () => {
    const { excess, text } = await compare('value', tf.tensor2d([[1, -2]]), golden, tolerance);
    expect(excess).toBe(Infinity);
    expect(text).toBe('value: shape [1,2], expected [2]');
  });

  test('wants integers exactly', async () => {
    const integers = { dtype: 'int32' as const, shape: [1], b64: 'AQAAAA==' };
    expect((await compare('value', tf.tensor1d([1], 'int32'), integers, tolerance)).excess).toBe(0);
    expect((await compare('value', tf.tensor1d([2], 'int32'), integers, tolerance)).excess).toBe(Infinity);
  });
});

describe('compareNumber', () => {
  test.each([
    [Number.NaN, Number.NaN, 0],
    [Number.NaN, 1, Infinity],
    [1, Number.NaN, Infinity],
    [Infinity, Infinity, 0],
    [Infinity, 1e30, Infinity],
    [1, 1, 0],
  ])('of %s with %s is off by %s', (ours, theirs, excess) => {
    expect(compareNumber('value', ours, theirs, tolerance).excess).toBe(excess);
  });
});
