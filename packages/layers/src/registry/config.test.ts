import { describe, expect, test } from 'vitest';
import { camelCase, isConfigObject, optionsOf } from './config';

describe('camelCase', () => {
  test.each([
    ['learning_rate', 'learningRate'],
    ['beta_1', 'beta1'],
    ['adam_beta_1', 'adamBeta1'],
    ['t_mul', 'tMul'],
    ['l1', 'l1'],
  ])('reads %s as %s', (key, expected) => {
    expect(camelCase(key)).toBe(expected);
  });
});

describe('optionsOf', () => {
  test('changes keys and leaves values alone', () => {
    expect(optionsOf({ label_smoothing: 0.1, reduction: 'sum_over_batch_size' })).toEqual({
      labelSmoothing: 0.1,
      reduction: 'sum_over_batch_size',
    });
  });
});

describe('isConfigObject', () => {
  test('knows a serialised object from options and names', () => {
    expect(isConfigObject({ class_name: 'Adam', config: {} })).toBe(true);
    expect(isConfigObject({ className: 'Adam' })).toBe(false);
    expect(isConfigObject('adam')).toBe(false);
    expect(isConfigObject(null)).toBe(false);
  });
});
