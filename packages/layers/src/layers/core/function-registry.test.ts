import { describe, expect, test } from 'vitest';
import { findFunction, nameOfFunction, registerFunction } from './function-registry';

describe('registerFunction', () => {
  test('makes a function known by name, once', () => {
    const [one, other] = [() => 1, () => 2];
    registerFunction('tests.one', one);
    registerFunction('tests.one', one);
    expect(findFunction('tests.one')).toBe(one);
    expect(nameOfFunction(one)).toBe('tests.one');
    expect(nameOfFunction(other)).toBeUndefined();
    expect(() => registerFunction('tests.one', other)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: registerFunction: \`name\` must be one that no other function has. Received: 'tests.one'. Choose another, for example with your project's name in front.]`,
    );
    expect(() => registerFunction('', other)).toThrow(/`name`/);
  });
});
