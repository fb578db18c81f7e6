import { expect, test } from 'vitest';
import { compareConfigs } from './configs';

test('configs are the same in any order of keys, at any depth', () => {
  expect(compareConfigs({ a: 1, b: { c: [1], d: null } }, { b: { d: null, c: [1] }, a: 1 }).excess).toBe(0);
});

test('a different value, a missing or a further key fail', () => {
  for (const wrong of [{ a: 2 }, {}, { a: 1, b: null }]) expect(compareConfigs(wrong, { a: 1 }).excess).toBe(Infinity);
});
