import { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import type { SummaryValue } from './summary-value';
import { readSummary, writeSummary } from './summary-value';

/** One record of an event file. Which of the optional fields is there tells its kind; kinds not named here are read as none. */
export interface TensorBoardEvent {
  /** Seconds since 1970, with a fraction. */
  wallTime: number;
  /** Steps may exceed 2^32, not 2^53. */
  step: number;
  /** `brain.Event:2`, in the first event of a file. */
  fileVersion?: string;
  /** A serialized GraphDef. */
  graph?: Uint8Array;
  summary?: SummaryValue[];
}

/** What the first event of every file says. */
export const eventFileVersion = 'brain.Event:2';

/**
 * Reads the protobuf of one event, as {@link readRecords} gives it.
 *
 * @example
 * for await (const record of readRecords(bytes)) console.log(decodeEvent(record).summary);
 * // [{ tag: 'epoch_loss', tensor: { dtype: 'float32', shape: [], data: Float32Array [0.2] }, metadata: { plugin: 'scalars', … } }]
 *
 * Source: https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto
 */
export function decodeEvent(bytes: Uint8Array, place = 'event'): TensorBoardEvent {
  const event: TensorBoardEvent = { wallTime: 0, step: 0 };
  const reader = new WireReader(bytes, place);
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        event.wallTime = reader.double();
        break;
      case 2:
        event.step = reader.signed();
        break;
      case 3:
        event.fileVersion = reader.string();
        break;
      case 4:
        event.graph = reader.bytes();
        break;
      case 5:
        event.summary = readSummary(reader.message(), place);
        break;
      default:
        reader.skip();
    }
  }
  return event;
}

/**
 * Writes the protobuf of one event; {@link frameRecord} makes it a record of an event file.
 *
 * @example
 * const first = frameRecord(encodeEvent({ wallTime: Date.now() / 1000, step: 0, fileVersion: eventFileVersion }));
 */
export function encodeEvent({ wallTime, step, fileVersion, graph, summary }: TensorBoardEvent): Uint8Array {
  const writer = new WireWriter().double(1, wallTime);
  if (step !== 0) writer.int64(2, step);
  if (fileVersion !== undefined) writer.string(3, fileVersion);
  if (graph !== undefined) writer.bytes(4, graph);
  if (summary !== undefined) writer.message(5, writeSummary(summary));
  return writer.toBytes();
}
