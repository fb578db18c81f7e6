import { expect, it } from 'vitest';
import { decodeStrings, encodeStrings } from './string-tensor';

const elements = ['plain', 'é😀', '', 'x'.repeat(300)].map((text) => new TextEncoder().encode(text));

it('reads what it wrote', () => {
  const { bytes, crc } = encodeStrings(elements);
  expect(decodeStrings(bytes, 4, crc, 'a')).toEqual(elements);
  const none = encodeStrings([]);
  expect(decodeStrings(none.bytes, 0, none.crc, 'a')).toEqual([]);
});

it.each([
  ['a length', 0],
  ['the checksum of the lengths', 6],
  ['an element', 12],
])('refuses %s that was changed', (_, at) => {
  const { bytes, crc } = encodeStrings(elements);
  bytes[at]! ^= 1;
  expect(() => decodeStrings(bytes, 4, crc, 'a')).toThrow(expect.objectContaining({ name: 'TenlabError' }));
});

it('refuses lengths that do not end, and those that do not fit', () => {
  expect(() => decodeStrings(new Uint8Array(9).fill(0x80), 2, 0, 'a')).toThrow('a number that does not end');
  expect(() => decodeStrings(Uint8Array.of(200, 1, 0, 0, 0, 0), 1, 0, 'a')).toThrow('6 bytes of lengths and elements');
});
