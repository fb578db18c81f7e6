import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import { openZipDirectory, readZipDirectory } from './directory';
import { zipPieces } from './encode';

const text = (content: string) => new TextEncoder().encode(content);
const archive = () =>
  zipSync({ 'a.txt': text('hello'), 'b.txt': [text('x'.repeat(1000)), { level: 9 }] }, { level: 0 });

/** A copy with some bytes replaced, counted from the end where negative. */
function changed(bytes: Uint8Array, at: number, values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at < 0 ? copy.length + at : at);
  return copy;
}

describe('readZipDirectory', () => {
  it('lists entries with their sizes', () => {
    const entries = readZipDirectory(archive(), 'a.zip');
    expect([...entries.keys()]).toEqual(['a.txt', 'b.txt']);
    expect(entries.get('a.txt')).toMatchObject({ method: 0, size: 5, compressedSize: 5, encrypted: false });
    expect(entries.get('b.txt')).toMatchObject({ method: 8, size: 1000 });
  });

  it('reads an empty archive and one with a comment', () => {
    expect(readZipDirectory(zipSync({}), 'a.zip').size).toBe(0);
    const commented = new Uint8Array([...changed(archive(), -2, [5, 0]), ...text('PK\u0005\u0006!')]);
    expect(readZipDirectory(commented, 'a.zip').size).toBe(2);
  });

  it.each([
    ['nothing at all', () => new Uint8Array(), 'invalid-file', 'Received: an empty file.'],
    ['a picture', () => text('\u0089PNG, not a zip file at all'), 'invalid-file', 'Received: 28 bytes that begin with'],
    ['a file cut in half', () => archive().subarray(0, 60), 'truncated-file', 'the start of one, cut after 60 bytes'],
    [
      'more entries than there are',
      () => changed(archive(), -12, [9, 0]),
      'invalid-file',
      '9 entries in the directory',
    ],
    [
      'fewer entries than there are',
      () => changed(archive(), -12, [1, 0]),
      'invalid-file',
      'a directory of 1 entries in',
    ],
    [
      'a directory beyond the file',
      () => changed(archive(), -6, [0, 0, 0, 9]),
      'invalid-file',
      'a directory that ends before',
    ],
    ['one part of several', () => changed(archive(), -18, [1, 0]), 'unsupported-file', 'a zip file in one piece'],
  ])('refuses %s', (_, make, code, message) => {
    const read = () => readZipDirectory(make(), 'a.zip');
    expect(read).toThrow(expect.objectContaining({ name: 'TenlabError', code, place: 'a.zip' }));
    expect(read).toThrow(message);
  });

  it('refuses a name that occurs twice, data beyond the directory and data used twice', () => {
    const bytes = zipSync({ 'a.txt': text('hello'), 'b.txt': text('hello') }, { level: 0 });
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    const second = directory + 46 + 5;
    expect(() => readZipDirectory(changed(bytes, second + 46, [0x61]), 'a.zip')).toThrow("Received: 'a.txt' twice.");
    expect(() => readZipDirectory(changed(bytes, second + 42, [0, 0, 0, 9]), 'a.zip')).toThrow(
      'to lie before the directory',
    );
    const overlapping = changed(changed(bytes, directory + 20, [70]), second + 20, [70]);
    expect(() => readZipDirectory(changed(overlapping, second + 42, [0, 0, 0, 0]), 'a.zip')).toThrow('some overlap');
  });
});

describe('openZipDirectory', () => {
  it('reads no more than the end of a file', async () => {
    const large = joinPieces(
      zipPieces([
        ['large', [new Uint8Array(500_000)]],
        ['small', [text('x')]],
      ]),
    );
    const ranges: number[] = [];
    const source = bytesSource(large, 'a.zip');
    const read = (start: number, end: number) => {
      ranges.push(end - start);
      return source.read(start, end);
    };
    expect(await openZipDirectory({ ...source, read })).toEqual(readZipDirectory(large, 'a.zip'));
    expect(Math.max(...ranges)).toBeLessThan(70_000);
  });

  it('reads a directory that is longer than what is looked at first', async () => {
    const many = joinPieces(zipPieces(Array.from({ length: 3000 }, (_, index) => [`entry number ${index}`, []])));
    expect(await openZipDirectory(bytesSource(many, 'a.zip'))).toEqual(readZipDirectory(many, 'a.zip'));
  });
});

describeWithFixtures('readZipDirectory on hostile archives', () => {
  it.each([
    ['keras_zip64_2e62.keras', 'to lie before the directory'],
    ['keras_claims_4g_both.keras', 'to lie before the directory'],
    ['keras_duplicate_config.keras', "Received: 'config.json' twice."],
    ['keras_65534_entries.keras', '65534 entries in the directory'],
    ['keras_cd_offset_out.keras', 'a directory that ends before'],
    ['keras_truncated_tail.keras', 'the start of one'],
  ])('refuses %s', (name, message) => {
    const bytes = readFixture(`damaged/${name}`);
    expect(() => readZipDirectory(bytes, name)).toThrow(message);
    return expect(openZipDirectory(bytesSource(bytes, name))).rejects.toThrow(message);
  });
});
