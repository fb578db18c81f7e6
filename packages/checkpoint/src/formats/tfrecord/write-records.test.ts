import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records';
import { writeRecords } from './write-records';

describe('writeRecords', () => {
  it.each(['none', 'gzip', 'zlib'] as const)('writes what readRecords reads, packed with %s', async (compression) => {
    const records = [new Uint8Array(), new Uint8Array(300_000).fill(7), Uint8Array.of(1, 2, 3)];
    const read: number[] = [];
    for await (const record of readRecords(writeRecords(records, { compression }))) {
      expect(record).toEqual(records[read.length]);
      read.push(record.length);
    }
    expect(read).toEqual([0, 300_000, 3]);
  });
});
