import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import { type ArrayDtype, bytesPerElement } from '../stored-array';
import { dtypeFromTensorFlow, dtypeToTensorFlow } from '../tensorflow/dtypes';
import { readTensorShape, writeTensorShape } from '../tensorflow/tensor-shape';

/** A part of a tensor: per axis where it starts and how long it is, or all of it. */
export type Slice = ('all' | { start: number; length: number })[];

/** What the index says of a tensor, checked. */
export interface BundleEntry {
  dtype: ArrayDtype;
  shape: number[];
  /** Number of elements. */
  count: number;
  shard: number;
  offset: number;
  /** Bytes in the shard. */
  size: number;
  /** Masked CRC-32C of the data. */
  crc: number;
  /** Not empty for a tensor that lies in parts. */
  slices: Slice[];
}

/** What the index says of the whole. */
export interface BundleHeader {
  shards: number;
  bigEndian: boolean;
}

const mostShards = 100_000;

/** Reads the header entry. */
export function readBundleHeader(bytes: Uint8Array, place: string): BundleHeader {
  const header: BundleHeader = { shards: 0, bigEndian: false };
  const reader = new WireReader(bytes, `${place}, header`);
  while (reader.next()) {
    if (reader.field === 1) header.shards = reader.number();
    else if (reader.field === 2) header.bigEndian = reader.number() === 1;
    else reader.skip();
  }
  if (header.shards > mostShards) {
    throw fileError(place, 'invalid-file', `at most ${mostShards} data files`, `${header.shards}`);
  }
  return header;
}

/** Writes it, for one data file and little-endian bytes. */
export function writeBundleHeader(): Uint8Array {
  return new WireWriter().number(1, 1).message(3, new WireWriter().number(1, 1)).toBytes();
}

/** Reads the entry of a tensor. Throws a {@link TenlabError} where type, shape and size do not go together. */
export function readBundleEntry(bytes: Uint8Array, name: string, place: string): BundleEntry {
  const where = `${place}, tensor ${quoted(name)}`;
  let type = 0;
  const entry = { shape: [] as number[], shard: 0, offset: 0, size: 0, crc: 0, slices: [] as Slice[] };
  const reader = new WireReader(bytes, where);
  while (reader.next()) {
    if (reader.field === 1) type = reader.number();
    else if (reader.field === 2) entry.shape = readTensorShape(reader.message());
    else if (reader.field === 3) entry.shard = reader.number();
    else if (reader.field === 4) entry.offset = reader.number();
    else if (reader.field === 5) entry.size = reader.number();
    else if (reader.field === 6) entry.crc = reader.fixed32();
    else if (reader.field === 7) entry.slices.push(readSlice(reader.message()));
    else reader.skip();
  }
  const dtype = dtypeFromTensorFlow(type);
  if (dtype === undefined) {
    throw fileError(
      where,
      'unsupported-file',
      'a tensor of numbers or text',
      `type ${type} of TensorFlow`,
      'Leave this tensor out of the checkpoint.',
    );
  }
  const count = elementCount(entry.shape);
  if (count === undefined) {
    throw fileError(where, 'invalid-file', 'a shape of sizes from 0, with a product below 2^53', `[${entry.shape}]`);
  }
  // Text has at least a length of one byte per element, and a checksum of the lengths.
  const wanted = dtype === 'string' ? count + 4 : count * bytesPerElement[dtype];
  const fits = dtype === 'string' ? entry.size >= wanted || (count === 0 && entry.size === 0) : entry.size === wanted;
  if (entry.slices.length === 0 && !fits) {
    const least = dtype === 'string' ? 'at least ' : '';
    throw fileError(
      where,
      'invalid-file',
      `${least}${wanted} bytes for shape [${entry.shape}] of ${dtype}`,
      `${entry.size}`,
    );
  }
  return { dtype, count, ...entry };
}

/** Writes the entry of a tensor that lies in the first data file. Values of 0 are left out. */
export function writeBundleEntry(entry: Pick<BundleEntry, 'dtype' | 'shape' | 'offset' | 'size' | 'crc'>): Uint8Array {
  const writer = new WireWriter().number(1, dtypeToTensorFlow(entry.dtype)).message(2, writeTensorShape(entry.shape));
  if (entry.offset > 0) writer.number(4, entry.offset);
  if (entry.size > 0) writer.number(5, entry.size);
  return writer.fixed32(6, entry.crc).toBytes();
}

function readSlice(reader: WireReader): Slice {
  const slice: Slice = [];
  while (reader.next()) {
    if (reader.field !== 1) {
      reader.skip();
      continue;
    }
    let start = 0;
    let length: number | undefined;
    const extent = reader.message();
    while (extent.next()) {
      if (extent.field === 1) start = extent.signed();
      else if (extent.field === 2) length = extent.signed();
      else extent.skip();
    }
    slice.push(length === undefined ? 'all' : { start, length });
  }
  return slice;
}
