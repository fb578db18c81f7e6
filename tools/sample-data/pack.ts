import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** One file of the samples before it is packed. */
export interface Sample {
  /** Its place in the folder; one that ends in `.gz` is packed. */
  file: string;
  /** Images, labels, or lines of data. */
  rows: number;
  content: Uint8Array;
  licence: string;
  /** Who published the data. */
  publisher: string;
  /** The package they were taken from. */
  package: string;
  /** What was done to them since. */
  changes: string;
}

/** The bytes of the file, and what the index says of it. The same content gives the same bytes. */
export function pack({ content, ...about }: Sample) {
  const bytes = about.file.endsWith('.gz') ? withoutOrigin(gzipSync(content, { level: 9 })) : content;
  const entry = {
    ...about,
    bytes: bytes.length,
    sha256: sum(bytes),
    unpacked: { bytes: content.length, sha256: sum(content) },
  };
  return { bytes, entry };
}

/** Byte 9 of a gzip file names the system it was packed on: 255 is "unknown". */
function withoutOrigin(bytes: Uint8Array): Uint8Array {
  bytes[9] = 255;
  return bytes;
}

function sum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
