import { describe, expect, test } from 'vitest';
import { dtypePolicyConfig, readDtype, tensorDtype } from './dtype-policy';

describe('dtype policies', () => {
  test('are read from names and from what Keras wrote', () => {
    expect(readDtype('p', undefined)).toBe('float32');
    expect(readDtype('p', 'int32')).toBe('int32');
    expect(readDtype('p', dtypePolicyConfig('float32'))).toBe('float32');
  });

  test('that are not supported are refused', () => {
    expect(() => readDtype("Dense 'd'", 'int8')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'd': \`dtype\` must be one of 'float32', 'float16', 'bfloat16', 'float64', 'mixed_float16', 'mixed_bfloat16', 'int32', 'int64', 'uint8', 'bool', 'string'. Received: 'int8'. Use 'float32': quantized weights are not supported.]`,
    );
  });

  test('of other floats keep their name, and are computed as float32', () => {
    const policies = ['float16', 'bfloat16', 'float64', 'mixed_float16', 'mixed_bfloat16'] as const;
    for (const name of policies) {
      expect(readDtype('p', name)).toBe(name);
      expect(tensorDtype(name)).toBe('float32');
      expect(dtypePolicyConfig(name)).toMatchObject({ config: { name } });
    }
  });

  test('name the tensors that hold the values', () => {
    expect([tensorDtype('int64'), tensorDtype('uint8'), tensorDtype('float32')]).toEqual(['int32', 'int32', 'float32']);
  });
});
