import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeWithFixtures, type ExpectedArray, readExpected, readFixture } from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import { decodeExample } from './example';
import { frameRecord } from './frame';
import { type ReadRecordsOptions, readRecords } from './read-records';

/** The records, and the error behind them if there is one. */
async function readAll(source: Uint8Array | AsyncIterable<Uint8Array>, options?: ReadRecordsOptions) {
  const records: Uint8Array[] = [];
  try {
    for await (const record of readRecords(source, options)) records.push(record);
  } catch (error) {
    return { records, error: error as Error & { code: string } };
  }
  return { records, error: undefined };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('readRecords', () => {
  const file = joinPieces([5, 0, 70].map((length) => frameRecord(new Uint8Array(length).fill(length))));

  it.each([1, 7, 64, 1000])('reads a stream of pieces of %i bytes', async (size) => {
    const { records, error } = await readAll(inPieces(file, size));
    expect(error).toBeUndefined();
    expect(records.map((record) => record.length)).toEqual([5, 0, 70]);
  });

  it('gives the sound records of a file that is still written, then says where it ends', async () => {
    const { records, error } = await readAll(file.subarray(0, file.length - 10), { place: 'a.tfrecord' });
    expect(records).toHaveLength(2);
    expect(error).toMatchObject({ code: 'truncated-file' });
    expect(error?.message).toMatchInlineSnapshot(
      `"a.tfrecord, record 2: 74 more bytes. Received: 64 until the end of the file. The records before it are sound. If a program still writes this file, read it again later; else fetch it again."`,
    );
    expect((await readAll(file.subarray(0, 25))).error?.message).toContain('12 more bytes. Received: 4');
  });

  it('refuses a record larger than allowed before reading it', async () => {
    expect((await readAll(file, { mostBytes: 69 })).error?.message).toContain('a record of at most 69 bytes');
  });

  it('lets go of the stream when the reader stops', async () => {
    let ended = false;
    const source = (async function* () {
      try {
        while (true) yield file;
      } finally {
        ended = true;
      }
    })();
    for await (const _ of readRecords(source)) break;
    expect(ended).toBe(true);
  });
});

interface Expected {
  records: { image: string; name: string; vec: ExpectedArray; ids: string[]; record_sha256: string }[];
  'raw_sizes.tfrecord': number[];
}

describeWithFixtures('readRecords on files of TensorFlow', () => {
  it.each(['data.tfrecord', 'data.tfrecord.gz', 'data.tfrecord.zlib'])('reads %s', async (name) => {
    const { records: wanted } = readExpected<Expected>('records');
    const { records, error } = await readAll(inPieces(readFixture(`records/${name}`), 100));
    expect(error).toBeUndefined();
    expect(records.map((record) => createHash('sha256').update(record).digest('hex'))).toEqual(
      wanted.map(({ record_sha256 }) => record_sha256),
    );
    for (const [index, record] of records.entries()) {
      const { image, name, vec, ids } = wanted[index]!;
      const example = decodeExample(record);
      expect(Buffer.from(example.get('image')!.values[0] as Uint8Array).toString('base64')).toBe(image);
      expect(new TextDecoder().decode(example.get('name')!.values[0] as Uint8Array)).toBe(name);
      const floats = example.get('vec')!.values as Float32Array;
      expect(Buffer.from(floats.buffer).toString('base64')).toBe(vec.b64);
      expect(Array.from(example.get('ids')!.values as BigInt64Array, String)).toEqual(ids);
      expect(example.get('none')?.kind).toBe('none');
    }
  });

  it('reads records of no bytes and of many', async () => {
    const { records } = await readAll(readFixture('records/raw_sizes.tfrecord'));
    expect(records.map((record) => record.length)).toEqual(readExpected<Expected>('records')['raw_sizes.tfrecord']);
  });

  it.each([
    ['rec_len_crc.tfrecord', 'checksum-mismatch'],
    ['rec_data_crc.tfrecord', 'checksum-mismatch'],
    ['rec_len_2e62.tfrecord', 'invalid-file'],
    ['rec_truncated.tfrecord', 'truncated-file'],
    ['rec_gzip_truncated.tfrecord.gz', 'invalid-file'],
    ['events.out.tfevents.1.truncated', 'truncated-file'],
    ['events.out.tfevents.2.crc', 'checksum-mismatch'],
  ])('refuses %s', async (name, code) => {
    const { error } = await readAll(readFixture(`damaged/${name}`), { place: name });
    expect(error).toMatchObject({ name: 'TenlabError', code, place: expect.stringContaining(name) });
  });

  it('refuses a payload that is no example', async () => {
    const { records } = await readAll(readFixture('damaged/rec_not_example.tfrecord'));
    expect(() => decodeExample(records[0]!, 'rec_not_example.tfrecord')).toThrow('rec_not_example.tfrecord');
  });
});
