import { expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from './bytes-array';

it('turns text into bytes and back', () => {
  const text = { dtype: 'string' as const, shape: [2], data: ['é😀', ''] };
  expect(textOfBytes(bytesOfText(text), 'a')).toEqual(text);
});

it('refuses bytes that are not text, by their place', () => {
  const bytes = { dtype: 'bytes' as const, shape: [2], data: [Uint8Array.of(65), Uint8Array.of(0xff)] };
  expect(() => textOfBytes(bytes, 'a.index')).toThrow('a.index, element 1: UTF-8 text');
});
