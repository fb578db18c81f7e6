import type { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import type { StoredArray } from '../stored-array';
import type { BytesArray } from '../tensorflow/bytes-array';
import { readTensorProto, writeTensorProto } from '../tensorflow/tensor-proto';

/** A picture of TensorFlow 1. */
export interface ImageSummary {
  height: number;
  width: number;
  /** Channels: 1 grey, 3 RGB, 4 RGBA. */
  colorspace: number;
  /** The file, mostly a PNG. */
  encoded: Uint8Array;
}

/** A histogram of TensorFlow 1: `buckets[i]` values up to `limits[i]`. */
export interface HistogramSummary {
  min: number;
  max: number;
  count: number;
  sum: number;
  sumOfSquares: number;
  limits: number[];
  buckets: number[];
}

/** Which of TensorBoard's plugins shows a tag, and how. */
export interface SummaryMetadata {
  /** `scalars`, `histograms`, `images`, `text`, `hparams`, … */
  plugin: string;
  /** What the plugin wants to know, in a protobuf of its own. */
  content?: Uint8Array;
  displayName?: string;
  /** Markdown. */
  description?: string;
  /** 1 scalar, 2 tensor, 3 sequence of files. TensorBoard's fast loader shows only values that say it. */
  dataClass?: number;
}

/** One value under a tag: TensorFlow 2 writes tensors with metadata, TensorFlow 1 the other three. */
export interface SummaryValue {
  tag: string;
  simpleValue?: number;
  image?: ImageSummary;
  histogram?: HistogramSummary;
  tensor?: StoredArray | BytesArray;
  metadata?: SummaryMetadata;
}

/** Reads a Summary: all its values. */
export function readSummary(reader: WireReader, place: string): SummaryValue[] {
  const values: SummaryValue[] = [];
  while (reader.next()) {
    if (reader.field === 1) values.push(readValue(reader.message(), place));
    else reader.skip();
  }
  return values;
}

function readValue(reader: WireReader, place: string): SummaryValue {
  const value: SummaryValue = { tag: '' };
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        value.tag = reader.string();
        break;
      case 2:
        value.simpleValue = reader.float();
        break;
      case 4:
        value.image = readImage(reader.message());
        break;
      case 5:
        value.histogram = readHistogram(reader.message());
        break;
      case 8:
        value.tensor = readTensorProto(reader.message(), `${place}, tag '${value.tag}'`);
        break;
      case 9:
        value.metadata = readMetadata(reader.message());
        break;
      default:
        reader.skip();
    }
  }
  return value;
}

function readImage(reader: WireReader): ImageSummary {
  const image: ImageSummary = { height: 0, width: 0, colorspace: 0, encoded: new Uint8Array() };
  while (reader.next()) {
    if (reader.field === 1) image.height = reader.number();
    else if (reader.field === 2) image.width = reader.number();
    else if (reader.field === 3) image.colorspace = reader.number();
    else if (reader.field === 4) image.encoded = reader.bytes();
    else reader.skip();
  }
  return image;
}

const histogramFields = { 1: 'min', 2: 'max', 3: 'count', 4: 'sum', 5: 'sumOfSquares' } as const;

function readHistogram(reader: WireReader): HistogramSummary {
  const histogram: HistogramSummary = { min: 0, max: 0, count: 0, sum: 0, sumOfSquares: 0, limits: [], buckets: [] };
  while (reader.next()) {
    const name = histogramFields[reader.field as keyof typeof histogramFields];
    if (name !== undefined) histogram[name] = reader.double();
    else if (reader.field === 6) for (const value of reader.doubles()) histogram.limits.push(value);
    else if (reader.field === 7) for (const value of reader.doubles()) histogram.buckets.push(value);
    else reader.skip();
  }
  return histogram;
}

function readMetadata(reader: WireReader): SummaryMetadata {
  const metadata: SummaryMetadata = { plugin: '' };
  while (reader.next()) {
    if (reader.field === 1) {
      const plugin = reader.message();
      while (plugin.next()) {
        if (plugin.field === 1) metadata.plugin = plugin.string();
        else if (plugin.field === 2) metadata.content = plugin.bytes();
        else plugin.skip();
      }
    } else if (reader.field === 2) metadata.displayName = reader.string();
    else if (reader.field === 3) metadata.description = reader.string();
    else if (reader.field === 4) metadata.dataClass = reader.number();
    else reader.skip();
  }
  return metadata;
}

/** Writes a Summary. */
export function writeSummary(values: readonly SummaryValue[]): WireWriter {
  const writer = new WireWriter();
  for (const value of values) writer.message(1, writeValue(value));
  return writer;
}

function writeValue({ tag, simpleValue, image, histogram, tensor, metadata }: SummaryValue): WireWriter {
  const writer = new WireWriter().string(1, tag);
  if (simpleValue !== undefined) writer.float(2, simpleValue);
  if (image !== undefined) {
    const { height, width, colorspace, encoded } = image;
    writer.message(4, new WireWriter().number(1, height).number(2, width).number(3, colorspace).bytes(4, encoded));
  }
  if (histogram !== undefined) writer.message(5, writeHistogram(histogram));
  if (tensor !== undefined) writer.message(8, writeTensorProto(tensor));
  if (metadata !== undefined) writer.message(9, writeMetadata(metadata));
  return writer;
}

function writeHistogram({ min, max, count, sum, sumOfSquares, limits, buckets }: HistogramSummary): WireWriter {
  return new WireWriter()
    .double(1, min)
    .double(2, max)
    .double(3, count)
    .double(4, sum)
    .double(5, sumOfSquares)
    .packedDoubles(6, limits)
    .packedDoubles(7, buckets);
}

function writeMetadata({ plugin, content, displayName, description, dataClass }: SummaryMetadata): WireWriter {
  const data = new WireWriter().string(1, plugin);
  if (content !== undefined) data.bytes(2, content);
  const writer = new WireWriter().message(1, data);
  if (displayName !== undefined) writer.string(2, displayName);
  if (description !== undefined) writer.string(3, description);
  if (dataClass !== undefined) writer.number(4, dataClass);
  return writer;
}
