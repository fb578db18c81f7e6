import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeExample, frameRecord } from '@tenlab/checkpoint/records';
import { needs } from '@tenlab/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { tfRecords } from './tf-records';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (...labels: number[]) =>
  Buffer.concat(labels.map((label) => frameRecord(encodeExample({ label: { kind: 'int64', values: [label] } }))));
const write = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const [plain, packed] = [write('a.tfrecord', bytesOf(1, 2)), write('b.tfrecord.gz', gzipSync(bytesOf(3)))];
const labelsIn = (paths: string | string[]) =>
  tfRecords(paths).map((features) => Number(features.get('label')!.values[0]));

describe('tfRecords', () => {
  it('gives the examples of file after file, packed or not', async () => {
    expect(await labelsIn([plain, packed]).toArray()).toEqual([1, 2, 3]);
    expect(await labelsIn(packed).toArray()).toEqual([3]);
  });

  it('goes on exactly where it was', () => expectResumable(() => labelsIn([plain, packed]).shuffle(2, { seed: 1 })));

  it('names file and record of what is damaged, after what is sound', async () => {
    const bytes = bytesOf(7, 8);
    bytes[bytes.length - 6]! ^= 1;
    const path = write('damaged.tfrecord', bytes);
    const iterator = labelsIn(path).iterate();
    expect((await iterator.next()).value).toBe(7);
    await expect(iterator.next()).rejects.toMatchObject({
      name: 'TenlabError',
      place: expect.stringContaining('damaged.tfrecord'),
    });
  });

  it('refuses an unknown option', () => {
    // @ts-expect-error: an option that does not exist
    expect(() => tfRecords(plain, { compress: 'gzip' })).toThrow('Did you mean `compression`?');
  });
});

const fixtures = new URL('../../../../../shared/fixtures/records/', import.meta.url);
needs({ path: fixtures, what: 'fixtures' })('tfRecords on files that TensorFlow wrote', () => {
  it.each(['data.tfrecord', 'data.tfrecord.gz', 'data.tfrecord.zlib'])('reads %s', async (name) => {
    const examples = await tfRecords(new URL(name, fixtures).pathname).toArray();
    expect(examples.length).toBeGreaterThan(0);
    expect(examples[0]!.size).toBeGreaterThan(0);
  });
});
