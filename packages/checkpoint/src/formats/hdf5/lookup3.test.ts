import { describe, expect, it } from 'vitest';
import { lookup3 } from './lookup3';

describe('lookup3', () => {
  // The values that the author's own driver prints.
  it.each([
    ['', 0xdeadbeef],
    ['Four score and seven years ago', 0x17770551],
  ])('gives the published value of %j', (text, value) => {
    expect(lookup3(new TextEncoder().encode(text))).toBe(value);
  });

  it('depends on every byte at every length around a turn of the loop', () => {
    const seen = new Set<number>();
    for (let length = 0; length <= 30; length++) {
      const bytes = new Uint8Array(length);
      seen.add(lookup3(bytes));
      for (let at = 0; at < length; at++) {
        bytes[at] = 1;
        seen.add(lookup3(bytes));
        bytes[at] = 0;
      }
    }
    expect(seen.size).toBe(31 + (30 * 31) / 2);
  });
});
