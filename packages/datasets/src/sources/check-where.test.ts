import { expect, it } from 'vitest';
import { checkWhere } from './check-where';

it('refuses what does not exist or does not go together', () => {
  const check = (options: object) => checkWhere(options, ['full', 'bundled', 'more'], 'points');
  for (const options of [{}, { more: 1, folder: 'a' }, { baseUrl: 'a', more: 1, offline: false }]) {
    expect(() => check(options)).not.toThrow();
  }
  expect(() => check({ ofline: true })).toThrow('Did you mean `offline`?');
  for (const other of [{ folder: 'b' }, { mirrors: [] }, { offline: true }, { full: true }]) {
    expect(() => check({ baseUrl: 'a', ...other })).toThrow('`baseUrl` alone');
  }
  expect(() => check({ bundled: true, offline: true })).not.toThrow();
  for (const other of [{ folder: 'b' }, { mirrors: [] }, { baseUrl: 'a' }, { full: true }]) {
    expect(() => check({ bundled: true, ...other })).toThrow('`bundled` alone');
  }
});
