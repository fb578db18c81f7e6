import { inWords, TenlabError } from '@tenlab/core';

/** The files of a tar archive by name; they share its memory, and nothing is written anywhere. Throws for an archive that is cut short. */
export function parseTar(bytes: Uint8Array, place = 'tar data'): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = new TextDecoder('latin1');
  const field = (at: number, length: number) => text.decode(bytes.subarray(at, at + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= bytes.length; ) {
    // Two blocks of zeros end it.
    if (bytes[at] === 0) return files;
    const size = Number.parseInt(field(at + 124, 12).trim() || '0', 8);
    const start = at + 512;
    if (!Number.isInteger(size) || start + size > bytes.length) break;
    const type = String.fromCharCode(bytes[at + 156]!);
    if (type === '0' || type === '\0') files.set(field(at, 100), bytes.subarray(start, start + size));
    at = start + 512 * Math.ceil(size / 512);
  }
  throw new TenlabError({
    code: 'truncated-file',
    place,
    expected: 'a whole tar archive, which ends with blocks of zeros',
    received: inWords(`${bytes.length} bytes without them`),
    remedy: 'The file is damaged or was not fully written: fetch it again.',
  });
}
