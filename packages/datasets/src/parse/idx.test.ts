import { describe, expect, it } from 'vitest';
import { encodeIdx, parseIdx } from './idx';

describe('parseIdx', () => {
  it('reads images', () => {
    const file = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40);
    expect(parseIdx(file)).toEqual({ dtype: 'uint8', shape: [2, 1, 2], data: Uint8Array.of(10, 20, 30, 40) });
  });

  it.each([
    [9, [0x80], Int8Array.of(-128)],
    [11, [0x80, 0x01], Int16Array.of(-32767)],
    [12, [0, 0, 1, 0], Int32Array.of(256)],
    [13, [0x3f, 0x80, 0, 0], Float32Array.of(1)],
    [14, [0x3f, 0xf0, 0, 0, 0, 0, 0, 0], Float64Array.of(1)],
  ])('reads big-endian elements of type %i', (type, element, data) => {
    expect(parseIdx(Uint8Array.of(0, 0, type, 1, 0, 0, 0, 1, ...element)).data).toEqual(data);
  });

  it('reads a file inside a larger buffer', () => {
    const buffer = Uint8Array.of(9, 9, 9, 0, 0, 11, 1, 0, 0, 0, 1, 0, 5, 9);
    expect(parseIdx(buffer.subarray(3, 13)).data).toEqual(Int16Array.of(5));
  });

  it.each([
    ['an empty file', [], 'Received: an empty file.'],
    ['a file of three bytes', [0, 0, 8], 'Received: 3 bytes that begin with 00 00 08.'],
    ['a gzipped file', [0x1f, 0x8b, 8, 0, 0, 0], 'unpack it with gunzip'],
    ['a web page', [...new TextEncoder().encode('<!doctype html>')], 'This is a web page'],
    ['an unknown type', [0, 0, 10, 1, 0, 0, 0, 0], 'Received: 8 bytes that begin with 00 00 0a 01.'],
    ['no axes', [0, 0, 8, 0], 'a number of axes from 1'],
    ['a torn header', [0, 0, 8, 3, 0, 0], 'at least 16 bytes, its header. Received: 6 bytes.'],
    ['trailing bytes', [0, 0, 8, 1, 0, 0, 0, 1, 5, 5], '9 bytes for shape [1] of uint8. Received: 10 bytes.'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => parseIdx(Uint8Array.from(bytes))).toThrow(message);
  });

  it('refuses a truncated file before taking memory for it', () => {
    const file = Uint8Array.of(0, 0, 14, 2, 255, 255, 255, 255, 255, 255, 255, 255, 1);
    expect(() => parseIdx(file, 'train-images-idx3-ubyte')).toThrow(
      expect.objectContaining({ code: 'truncated-file', place: 'train-images-idx3-ubyte' }),
    );
  });
});

describe('encodeIdx', () => {
  it('is the way back', () => {
    const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20);
    expect(encodeIdx({ data: Uint8Array.of(10, 20), shape: [1, 2] })).toEqual(file);
  });
});
