import { sha256 } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { nodeModule } from '../platform/node-modules';

/** Throws a {@link TenlabError} unless the bytes have the SHA-256 given. `remedy` says how to get the file again. */
export async function expectSha256(bytes: Uint8Array, expected: string, place: string, remedy: string): Promise<void> {
  const received = await sha256(bytes);
  if (received !== expected) throw checksumError(expected, received, place, remedy);
}

/** The error of a file whose bytes are not the published ones. */
export function checksumError(expected: string, received: string, place: string, remedy: string): TenlabError {
  return new TenlabError({
    code: 'checksum-mismatch',
    place,
    expected: `contents with sha256 ${expected}`,
    received: inWords(received),
    remedy,
  });
}

/** The SHA-256 of a file of any size, read piece by piece. Node only. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = nodeModule('crypto').createHash('sha256');
  for await (const piece of nodeModule('fs').createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
