import { expect, it } from 'vitest';
import { parseConfig } from './parse-config';

it('parses an object', () => {
  expect(parseConfig('{"a": "[[\\"]"}', 'a')).toEqual({ a: '[["]' });
});

it.each([
  ['{', 'a configuration in JSON. Received: '],
  ['[1]', 'an object. Received: a list'],
  ['3', 'an object. Received: number'],
  ['['.repeat(501), 'at most 500 levels. Received: a deeper one'],
])('refuses %j', (text, message) => {
  expect(() => parseConfig(text, 'a.keras')).toThrow(message);
});
