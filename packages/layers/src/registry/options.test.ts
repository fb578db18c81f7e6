import { TenlabError } from '@tenlab/core';
import { describe, expect, test } from 'vitest';
import { expectKnownOptions, expectNumber, fraction, notNegative, positive, positiveInteger } from './options';

describe('expectKnownOptions', () => {
  test('lets known options pass', () => {
    expect(() => expectKnownOptions('Adam', { beta1: 0.9 }, ['beta1', 'beta2'])).not.toThrow();
  });

  test('names the nearest option in three parts', () => {
    const call = () => expectKnownOptions('Adam', { beta_1: 0.9 }, ['beta1', 'epsilon']);
    expect(call).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Adam: options out of \`beta1\`, \`epsilon\`. Received: \`beta_1\`. Did you mean \`beta1\`?]`,
    );
  });

  test('says so where there are no options at all', () => {
    expect(() => expectKnownOptions('Zeros', { value: 1 }, [])).toThrow('Zeros: no options. Received: `value`.');
  });
});

describe('expectNumber', () => {
  test.each([
    [positive, 0],
    [notNegative, -1],
    [fraction, 1.1],
    [positiveInteger, 2.5],
    [positive, Number.NaN],
    [positive, '1' as unknown as number],
  ])('refuses what is not %o', (allowed, value) => {
    expect(() => expectNumber('Adam', 'epsilon', value, allowed)).toThrow(TenlabError);
  });

  test('says what is allowed', () => {
    const call = () => expectNumber('Dropout', 'rate', 2, fraction);
    expect(call).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dropout: \`rate\` must be a number from 0 to 1. Received: 2. Pass a number from 0 to 1 as \`rate\`.]`,
    );
  });
});
