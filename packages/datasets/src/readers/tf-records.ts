import { decodeExample, type Feature, type RecordCompression, readRecords } from '@tenlab/checkpoint/records';
import { checkOptions } from '@tenlab/core';
import { shortPath } from '../cache/folder';
import { Dataset } from '../pipeline/dataset';
import { nodeModule } from '../platform/node-modules';

export interface TFRecordsOptions {
  /** How the files are packed as a whole. Default `auto`: their first bytes tell. */
  compression?: RecordCompression | 'auto';
}

/**
 * The examples of TFRecord files, file after file, each as its features by name; memory for one at a time. Node only.
 *
 * Lengths and data are held against their checksums. Throws a {@link TenlabError} naming file and record for a damaged one, when its turn
 * comes. TensorFlow: `tf.data.TFRecordDataset` with `tf.train.Example`.
 *
 * @example
 * const examples = tfRecords(['train-00000.tfrecord', 'train-00001.tfrecord']);
 * const labels = examples.map((features) => Number(features.get('label')!.values[0]));
 */
export function tfRecords(
  paths: string | readonly string[],
  options: TFRecordsOptions = {},
): Dataset<Map<string, Feature>> {
  checkOptions(options, ['compression'], 'tfRecords');
  const files = typeof paths === 'string' ? [paths] : paths;
  return Dataset.fromGenerator(async function* () {
    for (const path of files) {
      const stream = nodeModule('fs').createReadStream(path);
      const place = shortPath(path);
      for await (const record of readRecords(stream, { ...options, place })) yield decodeExample(record, place);
    }
  });
}
