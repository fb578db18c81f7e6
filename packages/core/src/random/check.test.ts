import { describe, expect, it } from 'vitest';
import { checkFinite, checkSize } from './check';

describe('checkSize', () => {
  it('accepts whole numbers from 0', () => {
    expect(() => checkSize(0, 'size', 'here')).not.toThrow();
    expect(() => checkSize(2 ** 31 - 1, 'size', 'here')).not.toThrow();
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 31, '3'])('refuses %s', (size) => {
    expect(() => checkSize(size, 'size', 'here')).toThrowError(expect.objectContaining({ code: 'invalid-argument' }));
  });

  it('says what a size is', () => {
    expect(() => checkSize(-1, 'size', 'randomPermutation')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomPermutation: \`size\` must be a whole number from 0 to 2^31 - 1. Received: -1. Pass how many values to draw, for example 100.]`,
    );
  });
});

describe('checkFinite', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, '1', null])('refuses %s', (value) => {
    expect(() => checkFinite(value, 'mean', 'here')).toThrowError(expect.objectContaining({ received: value }));
  });

  it('says what the number is for', () => {
    expect(() => checkFinite(Number.NaN, 'stddev', 'randomNormalValues')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomNormalValues: \`stddev\` must be a finite number. Received: NaN. Pass a number such as 0 or 1.]`,
    );
  });
});
