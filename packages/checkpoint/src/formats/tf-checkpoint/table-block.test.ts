import { describe, expect, it } from 'vitest';
import { bytesOfKey, decodeBlock, encodeBlock, type TableEntry, textOfKey, varintBytes } from './table-block';

const entries: TableEntry[] = Array.from({ length: 40 }, (_, index) => [
  `layer/${String(index).padStart(3, '0')}/\xff`,
  Uint8Array.of(index),
]);

describe('blocks', () => {
  it('are read as they were written', () => {
    expect(decodeBlock(encodeBlock(entries), 'a.index')).toEqual(entries);
    expect(decodeBlock(encodeBlock([]), 'a.index')).toEqual([]);
  });

  it('share the beginnings of keys, but for every 16th', () => {
    const text = textOfKey(encodeBlock(entries));
    expect(text.split('layer/')).toHaveLength(1 + 3);
  });

  it('refuse a byte that was changed', () => {
    const block = encodeBlock(entries);
    block[3]! ^= 1;
    expect(() => decodeBlock(block, 'a.index')).toThrow('a.index: a block that its CRC-32C fits');
  });
});

it('keys and bytes go both ways', () => {
  const bytes = Uint8Array.of(0, 127, 128, 255);
  expect(bytesOfKey(textOfKey(bytes))).toEqual(bytes);
});

it('varintBytes puts the low bits first', () => {
  expect(varintBytes(300)).toEqual([0xac, 0x02]);
});
