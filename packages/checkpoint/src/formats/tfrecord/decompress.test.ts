import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decompress } from './decompress';
import { frameRecord } from './frame';

async function* byteByByte(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (const byte of bytes) yield Uint8Array.of(byte);
}

async function unpacked(bytes: Uint8Array, compression: Parameters<typeof decompress>[1] = 'auto'): Promise<number[]> {
  const all: number[] = [];
  for await (const piece of decompress(byteByByte(bytes), compression, 'a.tfrecord')) all.push(...piece);
  return all;
}

const record = frameRecord(Uint8Array.of(1, 2, 3));

describe('decompress', () => {
  it.each([
    ['plain', record],
    ['gzip', gzipSync(record)],
    ['zlib', zlibSync(record)],
    ['no bytes at all', new Uint8Array()],
  ])('knows %s by its first bytes', async (name, bytes) => {
    expect(await unpacked(bytes)).toEqual(name === 'no bytes at all' ? [] : [...record]);
  });

  it('takes a record for a record, though its length begins as zlib does', async () => {
    // 0x78 0x01 is how zlib streams begin, and 0x0178 the length of this record.
    const long = frameRecord(new Uint8Array(0x0178));
    expect([long[0], long[1]]).toEqual([0x78, 0x01]);
    expect(await unpacked(long)).toEqual([...long]);
  });

  it('refuses a stream that is cut', async () => {
    const packed = gzipSync(record);
    await expect(unpacked(packed.subarray(0, packed.length - 5))).rejects.toThrow('a.tfrecord: a whole gzip stream');
    await expect(unpacked(record, 'zlib')).rejects.toThrow('a.tfrecord: a whole zlib stream');
  });
});
