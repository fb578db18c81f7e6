import { describe, expect, test } from 'vitest';
import { dtypePolicyConfig, readDtype, tensorDtype } from './dtype-policy';

describe('dtype policies', () => {
  test('are read from names and from what Keras wrote', () => {
    expect(readDtype('p', undefined)).toBe('float32');
    expect(readDtype('p', 'int32')).toBe('int32');
    expect(readDtype('p', dtypePolicyConfig('float32'))).toBe('float32');
  });

  test('that are not supported are refused', () => {
    expect(() => readDtype("Dense 'd'", 'mixed_float16')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'd': \`dtype\` must be one of 'float32', 'int32', 'int64', 'uint8', 'bool', 'string'. Received: 'mixed_float16'. Use 'float32': mixed precision and quantized weights are not supported.]`,
    );
  });

  test('name the tensors that hold the values', () => {
    expect([tensorDtype('int64'), tensorDtype('uint8'), tensorDtype('float32')]).toEqual(['int32', 'int32', 'float32']);
  });
});
