import { fileError } from '../file-error';
import { ByteQueue } from './byte-queue';
import { decompress, type RecordCompression } from './decompress';
import { checkRecord, headSize, lengthOfRecord, tailSize } from './frame';

export interface ReadRecordsOptions {
  /** How errors call the file. */
  place?: string;
  /** How the file is packed as a whole. Default `auto`: its first bytes tell. */
  compression?: RecordCompression | 'auto';
  /** A longer record is refused. Default 2^30 bytes. */
  mostBytes?: number;
}

/**
 * The records of a TFRecord file, or of an event file of TensorBoard, one after the other; memory for one at a time.
 *
 * `source` is the bytes, or a stream of them such as `createReadStream(path)` or `blob.stream()`. Length and data of each record are
 * held against their checksums. In a damaged or unfinished file the sound records come first, then a {@link TenlabError}
 * (`truncated-file` where the file ends within a record, as that of a run that still writes).
 *
 * @example
 * import { createReadStream } from 'node:fs';
 * for await (const record of readRecords(createReadStream('train.tfrecord'), { place: 'train.tfrecord' })) {
 *   decodeExample(record).get('label'); // { kind: 'int64', values: BigInt64Array [3n] }
 * }
 *
 * Source: https://www.tensorflow.org/tutorials/load_data/tfrecord
 */
export async function* readRecords(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { place = 'records', compression = 'auto', mostBytes = 2 ** 30 }: ReadRecordsOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const queue = new ByteQueue(decompress(piecesOf(source), compression, place));
  try {
    for (let index = 0; ; index++) {
      const head = await queue.take(headSize);
      if (head.length === 0) return;
      if (head.length < headSize) throw cut(headSize, head.length, index, place);
      const length = lengthOfRecord(head, index, mostBytes, place);
      const data = await queue.take(length);
      const tail = await queue.take(tailSize);
      if (tail.length < tailSize) throw cut(length + tailSize, data.length + tail.length, index, place);
      checkRecord(data, tail, index, place);
      yield data;
    }
  } finally {
    await queue.close();
  }
}

async function* piecesOf(source: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (source instanceof Uint8Array) yield source;
  else yield* source;
}

function cut(wanted: number, held: number, index: number, place: string) {
  return fileError(
    `${place}, record ${index}`,
    'truncated-file',
    `${wanted} more bytes`,
    `${held} until the end of the file`,
    'The records before it are sound. If a program still writes this file, read it again later; else fetch it again.',
  );
}
