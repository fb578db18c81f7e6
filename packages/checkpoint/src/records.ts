// Files that grow record by record: TFRecord with tf.train.Example, and the event files of TensorBoard. Apart from the rest of the
// package, for whoever reads data or writes logs needs no model.
export { decodeEvent, encodeEvent, eventFileVersion, type TensorBoardEvent } from './formats/events/event';
export { type HparamValues, hparamsEnd, hparamsStart } from './formats/events/hparams';
export type { HistogramSummary, ImageSummary, SummaryMetadata, SummaryValue } from './formats/events/summary-value';
export type { BytesArray } from './formats/tensorflow/bytes-array';
export type { RecordCompression } from './formats/tfrecord/decompress';
export { decodeExample, encodeExample, type Feature, type FeatureInput } from './formats/tfrecord/example';
export { frameRecord } from './formats/tfrecord/frame';
export { type ReadRecordsOptions, readRecords } from './formats/tfrecord/read-records';
export { type WriteRecordsOptions, writeRecords } from './formats/tfrecord/write-records';
