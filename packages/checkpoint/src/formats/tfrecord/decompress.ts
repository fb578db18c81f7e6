import { TenlabError } from '@tenlab/core';
import { joinPieces } from '../../write-pieces';
import { maskedCrc32c } from '../crc/crc32c';
import { fileError } from '../file-error';
import { headSize } from './frame';
import { throughTransform } from './through-transform';

/** How a TFRecord file may be packed, as a whole. */
export type RecordCompression = 'none' | 'gzip' | 'zlib';

/** Unpacks a stream of bytes as it comes. `auto` looks at its first bytes. */
export async function* decompress(
  pieces: AsyncIterable<Uint8Array>,
  compression: RecordCompression | 'auto',
  place: string,
): AsyncGenerator<Uint8Array, void> {
  const iterator = pieces[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let have = 0;
  while (have < headSize) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    have += next.value.length;
  }
  const first = joinPieces(head);
  const kind = compression === 'auto' ? compressionOf(first) : compression;
  const whole = withFirst(first, iterator);
  if (kind === 'none') yield* whole;
  else yield* unpack(whole, kind, place);
}

/** What the first bytes tell. A record's length may begin as a zlib stream does, but then its checksum fits too. */
function compressionOf(first: Uint8Array): RecordCompression {
  if (first[0] === 0x1f && first[1] === 0x8b) return 'gzip';
  const [cmf, flags] = [first[0] ?? 0, first[1] ?? 0];
  const likeZlib = (cmf & 0x0f) === 8 && (cmf * 256 + flags) % 31 === 0;
  if (!likeZlib || first.length < headSize) return 'none';
  const sum = new DataView(first.buffer, first.byteOffset).getUint32(8, true);
  return sum === maskedCrc32c(first.subarray(0, 8)) ? 'none' : 'zlib';
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* unpack(
  packed: AsyncGenerator<Uint8Array, void>,
  kind: 'gzip' | 'zlib',
  place: string,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* throughTransform(packed, new DecompressionStream(kind === 'gzip' ? 'gzip' : 'deflate'));
  } catch (cause) {
    if (TenlabError.isInstance(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fileError(place, 'invalid-file', `a whole ${kind} stream`, reason, undefined, cause);
  }
}
