import type { RecordCompression } from './decompress';
import { frameRecord } from './frame';
import { throughTransform } from './through-transform';

export interface WriteRecordsOptions {
  /** Packs the file as a whole. Default `none`. */
  compression?: RecordCompression;
}

/**
 * The bytes of a TFRecord file, piece by piece, as the records come.
 *
 * @example
 * import { writeFile } from 'node:fs/promises';
 * const examples = [1, 2, 3].map((label) => encodeExample({ label: { kind: 'int64', values: [label] } }));
 * await writeFile('labels.tfrecord.gz', writeRecords(examples, { compression: 'gzip' }));
 */
export async function* writeRecords(
  records: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { compression = 'none' }: WriteRecordsOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const framed = frames(records);
  if (compression === 'none') yield* framed;
  else yield* throughTransform(framed, new CompressionStream(compression === 'gzip' ? 'gzip' : 'deflate'));
}

async function* frames(records: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const record of records) yield frameRecord(record);
}
