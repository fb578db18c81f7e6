import { inWords, TenlabError } from '@tenlab/core';

/**
 * Unpacks a gzip file that must hold exactly `size` bytes, in a browser as in Node; no more than that is ever unpacked.
 *
 * Throws a {@link TenlabError} naming `place` for a file that cannot be unpacked, or holds more or less. Whether it holds the right bytes
 * is for the caller's checksum: not every system looks at gzip's own.
 */
export async function gunzip(bytes: Uint8Array, size: number, place: string, remedy: string): Promise<Uint8Array> {
  const wrong = (received: string, cause?: unknown) =>
    new TenlabError({
      code: 'invalid-file',
      place,
      expected: `a gzip file of ${size} bytes when unpacked`,
      received: inWords(received),
      remedy,
      cause,
    });
  const unpacked = new Uint8Array(size);
  let length = 0;
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (length + piece.value.length > size) throw wrong('more');
      unpacked.set(piece.value, length);
      length += piece.value.length;
    }
  } catch (error) {
    throw TenlabError.isInstance(error) ? error : wrong(error instanceof Error ? error.message : String(error), error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length < size) throw wrong(`${length} bytes`);
  return unpacked;
}

/** Whether bytes begin as a gzip file does. A server may have unpacked one on the way. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
