import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { maybeTensorOf, tensorOf, valuesOf } from './arrays';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('golden arrays', () => {
  test('hold little-endian bytes in row-major order', () => {
    const array = { dtype: 'float32' as const, shape: [1, 2], b64: 'AACAPwAAAMA=' };
    expect(valuesOf(array)).toEqual(Float32Array.of(1, -2));
    expect(tensorOf(array).shape).toEqual([1, 2]);
  });

  test('hold one byte for each truth value', () => {
    expect(valuesOf({ dtype: 'bool', shape: [2], b64: 'AQA=' })).toEqual(Uint8Array.of(1, 0));
  });

  test('hold strings as they are', () => {
    expect(valuesOf({ dtype: 'string', shape: [2], data: ['a', 'É'] })).toEqual(['a', 'É']);
  });

  test('must fill their shape', () => {
    expect(() => valuesOf({ dtype: 'int32', shape: [3], b64: 'AACAPw==' })).toThrow('must have 12 bytes. Received: 4');
  });

  test('may be missing', () => {
    expect(maybeTensorOf(null)).toBeNull();
  });
});
