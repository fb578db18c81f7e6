import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { bytesSource } from '../sources/byte-source';
import { detectFormat } from './detect-format';

it('tells files apart by their first bytes', async () => {
  const of = (bytes: Uint8Array) => detectFormat(bytesSource(bytes, 'a'));
  expect(await of(zipSync({ a: new Uint8Array(1) }))).toBe('zip');
  expect(await of(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('hdf5');
  expect(await of(new TextEncoder().encode('{"a": 1}'))).toBe('json');
  expect(await of(new TextEncoder().encode('something else'))).toBe('other');
});

it('says of an empty file that it is empty, and not what it should be', async () => {
  const empty = bytesSource(new Uint8Array(), 'a.keras');
  await expect(detectFormat(empty)).rejects.toThrow('a.keras: a file with something in it. Received: an empty file.');
});
