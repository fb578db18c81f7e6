import { sha256 } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { nodeModule } from '../platform/node-modules';

/** What a publisher says the bytes hash to: SHA-256, or MD5 where nothing better is published. */
export type Checksum = { sha256: string; md5?: undefined } | { md5: string; sha256?: undefined };

/** The algorithm of a checksum and its value. */
export function partsOf(checksum: Checksum): ['sha256' | 'md5', string] {
  return checksum.sha256 === undefined ? ['md5', checksum.md5] : ['sha256', checksum.sha256];
}

/** Throws a {@link TenlabError} unless the bytes hash to what is given. `remedy` says how to get the file again. MD5 needs Node. */
export async function expectChecksum(
  bytes: Uint8Array,
  checksum: Checksum,
  place: string,
  remedy: string,
): Promise<void> {
  const [algorithm, expected] = partsOf(checksum);
  const received =
    algorithm === 'sha256'
      ? await sha256(bytes)
      : nodeModule('crypto').createHash(algorithm).update(bytes).digest('hex');
  if (received !== expected) throw checksumError(expected, received, place, remedy, algorithm);
}

/** The error of a file whose bytes are not the published ones. */
export function checksumError(
  expected: string,
  received: string,
  place: string,
  remedy: string,
  algorithm = 'sha256',
): TenlabError {
  return new TenlabError({
    code: 'checksum-mismatch',
    place,
    expected: `contents with ${algorithm} ${expected}`,
    received: inWords(received),
    remedy,
  });
}

export interface DigestOptions {
  algorithm?: 'sha256' | 'md5';
  /** Hash what the gzip file holds, not the file. Default false. */
  unpack?: boolean;
}

/** The checksum of a file of any size, read piece by piece. Node only. Throws what the disk throws, and for a damaged gzip file. */
export async function digestOfFile(
  path: string,
  { algorithm = 'sha256', unpack = false }: DigestOptions = {},
): Promise<string> {
  const hash = nodeModule('crypto').createHash(algorithm);
  const file = nodeModule('fs').createReadStream(path);
  const contents = unpack ? file.pipe(nodeModule('zlib').createGunzip()) : file;
  // `pipe` passes on what is read, not what goes wrong.
  if (contents !== file) file.on('error', (error) => contents.destroy(error));
  for await (const piece of contents) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
