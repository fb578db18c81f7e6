import { describe, expect, it } from 'vitest';
import { Cursor } from './cursor';

const cursor = (...bytes: number[]) => new Cursor(Uint8Array.from(bytes), 'a.npy');

describe('Cursor', () => {
  it('reads numbers, text and lines', () => {
    const input = cursor(7, 1, 2, 0xff, 0xff, 0xff, 0xff, 0x41, 0x0a, 0xc3, 0xa9, 0xff, 0x01);
    expect(input.uint8()).toBe(7);
    expect(input.uint16()).toBe(0x0201);
    expect(input.int32()).toBe(-1);
    expect(input.line()).toBe('A');
    expect(input.text(2)).toBe('é');
    expect(input.integer(2)).toBe(0x1ffn);
    expect(input.at).toBe(13);
  });

  it('refuses lengths beyond the end, and lines without one', () => {
    expect(() => cursor(1).bytes(2 ** 40)).toThrow('a.npy: 1099511627776 more bytes of the pickle. Received: 1 until');
    expect(() => cursor(0x41).line()).toThrow(expect.objectContaining({ code: 'truncated-file' }));
    expect(() => cursor(0xff).text(1)).toThrow('UTF-8 text in the pickle');
  });
});
