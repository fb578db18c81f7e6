import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { openZipDirectory, readZipDirectory, type ZipEntry } from './directory';
import { openZipEntry, readZipEntry } from './entry';

const text = new TextEncoder().encode('hello '.repeat(100));

function read(bytes: Uint8Array, name: string, changes: Partial<ZipEntry> = {}, mostBytes?: number): Uint8Array {
  const entry = readZipDirectory(bytes, 'a.zip').get(name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return readZipEntry(bytes, { ...entry, ...changes }, 'a.zip', mostBytes);
}

describe('readZipEntry', () => {
  const stored = zipSync({ a: text }, { level: 0 });
  const deflated = zipSync({ a: text }, { level: 9 });

  it('reads stored and deflated entries', () => {
    expect(read(stored, 'a')).toEqual(text);
    expect(read(deflated, 'a')).toEqual(text);
    expect(read(zipSync({ a: new Uint8Array() }), 'a')).toHaveLength(0);
  });

  it('refuses a flipped byte', () => {
    const damaged = stored.slice();
    damaged[100]! ^= 1;
    expect(() => read(damaged, 'a')).toThrow(
      /a\.zip, entry 'a': contents with CRC-32 [0-9a-f]{8}\. Received: [0-9a-f]{8}\./,
    );
  });

  it.each<[string, Partial<ZipEntry>, string]>([
    ['an encrypted entry', { encrypted: true }, 'an entry without a password'],
    ['another method', { method: 14 }, 'Received: method 14.'],
    ['a size that cannot be', { size: 600 * 1032 }, 'a size that its'],
    ['a size too small', { size: 599 }, '599 bytes when inflated. Received: more.'],
    ['a size too large', { size: 601 }, '601 bytes when inflated. Received: 600.'],
    ['a header elsewhere', { headerOffset: 1 }, 'its header at byte 1'],
    ['a stored entry of two sizes', { method: 0 }, 'a size that its'],
  ])('refuses %s', (_, changes, message) => {
    expect(() => read(deflated, 'a', changes)).toThrow(message);
  });

  it('refuses more than the caller allows, before inflating', () => {
    expect(() => read(deflated, 'a', {}, 100)).toThrow('at most 100 bytes. Received: 600.');
  });

  it('refuses a name that differs before the data', () => {
    const damaged = deflated.slice();
    damaged[30] = 0x62;
    expect(() => read(damaged, 'a')).toThrow("the same name in the directory and before the data. Received: 'b'.");
  });
});

describe('openZipEntry', () => {
  const archive = zipSync({ a: [text, { level: 0 }], b: [text, { level: 9 }] });
  const open = async (bytes: Uint8Array, name: string, changes: Partial<ZipEntry> = {}) => {
    const source = bytesSource(bytes, 'a.zip');
    return openZipEntry(source, { ...(await openZipDirectory(source)).get(name)!, ...changes });
  };

  it.each(['a', 'b'])('reads ranges of entry %s', async (name) => {
    const entry = await open(archive, name);
    expect(entry).toMatchObject({ size: text.length, place: `a.zip, entry '${name}'` });
    expect(await entry.read(6, 12)).toEqual(text.subarray(6, 12));
    await expect(entry.read(0, text.length + 1)).rejects.toMatchObject({ code: 'truncated-file' });
  });

  it('refuses a flipped byte, a header elsewhere and a size that cannot be, as readZipEntry does', async () => {
    const damaged = archive.slice();
    damaged[100]! ^= 1;
    await expect(open(damaged, 'a')).rejects.toMatchObject({ code: 'checksum-mismatch' });
    await expect(open(archive, 'a', { headerOffset: 1 })).rejects.toThrow('its header at byte 1');
    await expect(open(archive, 'b', { size: 600 * 1032 })).rejects.toThrow('a size that its');
    await expect(open(archive, 'b', { headerOffset: archive.length - 1 })).rejects.toThrow('its header at byte');
  });
});

describeWithFixtures('readZipEntry on hostile archives', () => {
  it.each([
    ['keras_crc_flip.keras', 'model.weights.h5', 'contents with CRC-32'],
    ['keras_bomb_deflate.keras', 'config.json', 'at most 100000000 bytes'],
    ['keras_claims_4g.keras', 'config.json', 'at most 100000000 bytes'],
    ['keras_method_lzma.keras', 'config.json', 'method 14'],
    ['keras_encrypted_flag.keras', 'config.json', 'an encrypted one'],
  ])('refuses %s', (file, name, message) => {
    expect(() => read(readFixture(`damaged/${file}`), name, {}, 100_000_000)).toThrow(message);
  });
});
