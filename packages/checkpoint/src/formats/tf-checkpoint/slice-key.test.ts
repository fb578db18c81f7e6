import { expect, it } from 'vitest';
import { sliceKey } from './slice-key';
import { textOfKey } from './table-block';

const hex = (key: string) => Buffer.from(key, 'latin1').toString('hex');

it('writes what the index of TensorFlow holds', () => {
  // A variable 'part' of [10, 20] in two parts, as tf.compat.v1.train.Saver writes it.
  expect(hex(sliceKey('part', [{ start: 0, length: 3 }, 'all']))).toBe('0070617274000101028083807f');
});

it('writes numbers of any length, in their order', () => {
  const keys = [0, 63, 64, 8191, 8192, 2 ** 20, 2 ** 40, 2 ** 52].map((start) => sliceKey('a', [{ start, length: 1 }]));
  expect(keys.slice(0, 4).map((key) => hex(key).slice(12, -2))).toEqual(['80', 'bf', 'c040', 'dfff']);
  expect([...keys].sort()).toEqual(keys);
});

it('doubles the bytes 0 and 255 of a name', () => {
  expect(hex(sliceKey('a\0b', []))).toBe('006100ff620001' + '00');
  expect(textOfKey(Uint8Array.of(0))).toBe('\0');
});
