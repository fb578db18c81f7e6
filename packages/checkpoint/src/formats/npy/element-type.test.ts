import { describe, expect, it } from 'vitest';
import { parseElementType } from './element-type';

describe('parseElementType', () => {
  it.each([
    ['<f4', { kind: 'number', dtype: 'float32', size: 4, bigEndian: false }],
    ['>i8', { kind: 'number', dtype: 'int64', size: 8, bigEndian: true }],
    ['|b1', { kind: 'number', dtype: 'bool', size: 1, bigEndian: false }],
    ['|u1', { kind: 'number', dtype: 'uint8', size: 1, bigEndian: false }],
    ['<c16', { kind: 'number', dtype: 'complex128', size: 16, bigEndian: false }],
    ['<U5', { kind: 'unicode', size: 20, bigEndian: false }],
    ['|S2', { kind: 'bytes', size: 2 }],
    ['|O', { kind: 'object', size: 0 }],
  ])('understands %s', (descr, type) => {
    expect(parseElementType(descr, 'a.npy')).toEqual(type);
  });

  it('refuses records', () => {
    expect(() => parseElementType([['a', '<i4']], 'a.npy')).toThrow('Received: records (a structured array).');
  });

  it.each([['<q9'], ['<M8[ns]'], ['toString'], [''], ['<f4 '], [12], [undefined]])('refuses %s', (descr) => {
    expect(() => parseElementType(descr, 'a.npy')).toThrow('a.npy: an element type out of');
  });
});
