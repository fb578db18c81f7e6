import { expect, it } from 'vitest';
import { collectPieces, joinPieces } from '../../write-pieces';
import { crc32 } from '../crc/crc32';
import { readZipDirectory } from './directory';
import { zipPieces, zipStream } from './encode';
import { readZipEntry } from './entry';

const text = (content: string) => new TextEncoder().encode(content);

it('writes what is read again, in order', () => {
  const bytes = joinPieces(
    zipPieces([
      ['b/é.txt', [text('hel'), text('lo')]],
      ['a.txt', []],
    ]),
  );
  const entries = readZipDirectory(bytes, 'a.zip');
  expect([...entries.keys()]).toEqual(['b/é.txt', 'a.txt']);
  expect(readZipEntry(bytes, entries.get('b/é.txt')!, 'a.zip')).toEqual(text('hello'));
  expect(readZipEntry(bytes, entries.get('a.txt')!, 'a.zip')).toEqual(text(''));
});

it('writes an empty archive, and the same bytes each time', () => {
  expect(readZipDirectory(joinPieces(zipPieces([])), 'a.zip').size).toBe(0);
  const make = () => joinPieces(zipPieces([['a', [text('x')]]]));
  expect(make()).toEqual(make());
});

it('writes 70,000 entries', () => {
  const bytes = joinPieces(zipPieces(Array.from({ length: 70_000 }, (_, index) => [`${index}`, []] as const)));
  expect(readZipDirectory(bytes, 'a.zip').size).toBe(70_000);
});

it('shares the data', () => {
  const data = text('hello');
  expect(zipPieces([['a', [data]]])).toContain(data);
});

it('writes sizes and places beyond the limit as zip64', () => {
  const entries = [
    ['small', [text('x')]],
    ['large', [text('y'.repeat(500))]],
    ['behind', [text('z')]],
  ] as const;
  const bytes = joinPieces(zipPieces(entries, 400));
  const read = readZipDirectory(bytes, 'a.zip');
  for (const [name, [content]] of entries) expect(readZipEntry(bytes, read.get(name)!, 'a.zip')).toEqual(content);
  expect(Buffer.from(bytes).includes(Buffer.from('PK\x06\x06'))).toBe(true);
});

it('writes contents that are made late as those that are there', async () => {
  const content = [text('hel'), text('lo')];
  const late = {
    size: 5,
    crc: crc32(text('hello')),
    async *pieces() {
      yield* content;
    },
  };
  const bytes = await collectPieces(
    zipStream([
      ['a', [text('x')]],
      ['b', late],
    ]),
  );
  expect(bytes).toEqual(
    joinPieces(
      zipPieces([
        ['a', [text('x')]],
        ['b', content],
      ]),
    ),
  );
});
