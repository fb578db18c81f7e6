import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import { encodeTable, keyOfName, nameOfKey, readTable } from './table';
import type { TableEntry } from './table-block';

const table = (bytes: Uint8Array, place = 'a.index') => readTable(bytesSource(bytes, place));

describe('tables', () => {
  it('are read as they were written, of one block and of many', async () => {
    for (const count of [0, 1, 3000]) {
      const entries: TableEntry[] = Array.from({ length: count }, (_, index) => [
        `key ${String(index).padStart(5, '0')}`,
        new Uint8Array(200).fill(index),
      ]);
      const bytes = joinPieces(encodeTable(entries));
      expect([...(await table(bytes))]).toEqual(entries);
    }
  });

  it('refuse keys out of order', async () => {
    const bytes = joinPieces(
      encodeTable([
        ['b', Uint8Array.of(1)],
        ['a', Uint8Array.of(2)],
      ]),
    );
    await expect(table(bytes)).rejects.toThrow('keys in order, each once');
  });
});

it('names are UTF-8 in keys', () => {
  expect(nameOfKey(keyOfName('é/kernel'))).toBe('é/kernel');
  expect(nameOfKey('\xff')).toBeUndefined();
});

describeWithFixtures('tables of TensorFlow', () => {
  it('has two blocks where there are many tensors', async () => {
    const entries = await table(readFixture('bundles/many.index'));
    expect(entries.size).toBeGreaterThan(5000);
    const names = [...entries.keys()];
    expect(names).toEqual([...names].sort());
  });

  it.each([
    ['bundle_empty_index', 'invalid-file'],
    ['bundle_wrong_magic', 'invalid-file'],
    ['bundle_index_truncated', 'invalid-file'],
    ['bundle_index_crc', 'checksum-mismatch'],
    ['bundle_huge_handle', 'checksum-mismatch'],
    ['bundle_handle_unterminated', 'invalid-file'],
    ['bundle_prefix_lie', 'invalid-file'],
    ['bundle_restarts_lie', 'invalid-file'],
    ['bundle_snappy', 'unsupported-file'],
  ])('refuses %s', async (name, code) => {
    const error = await table(readFixture(`damaged/${name}.index`), name).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TenlabError', code, place: expect.stringContaining(name) });
  });
});
