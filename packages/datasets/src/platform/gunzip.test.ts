import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip, isGzip } from './gunzip';

const content = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 2654435761) >>> 24);
const packed = gzipSync(content);

describe('gunzip', () => {
  it('unpacks what was packed', async () => {
    expect(Buffer.compare(await gunzip(packed, content.length, 'a.gz', ''), content)).toBe(0);
    expect(await gunzip(gzipSync(''), 0, 'a.gz', '')).toEqual(new Uint8Array());
  });

  it.each([
    ['cut short', packed.subarray(0, packed.length / 2)],
    ['of another content', gzipSync(content.subarray(1))],
    ['longer', gzipSync(Buffer.concat([content, content]))],
    ['a bomb', gzipSync(new Uint8Array(50_000_000))],
    ['not gzip at all', Buffer.from('hello')],
    ['empty', Buffer.alloc(0)],
  ])('refuses a file that is %s', async (_, bytes) => {
    await expect(gunzip(bytes, content.length, 'a.gz', 'Fetch it again.')).rejects.toMatchObject({
      code: 'invalid-file',
      place: 'a.gz',
      expected: 'a gzip file of 100000 bytes when unpacked',
      remedy: 'Fetch it again.',
    });
  });
});

it('isGzip looks at the first two bytes', () => {
  expect([isGzip(packed), isGzip(content), isGzip(new Uint8Array())]).toEqual([true, false, false]);
});
