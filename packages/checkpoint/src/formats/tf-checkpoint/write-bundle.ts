import { maskedCrc32c } from '../crc/crc32c';
import type { LateTensor } from '../late-tensor';
import { bytesOfArray, type StoredArray } from '../stored-array';
import { type BytesArray, bytesOfText } from '../tensorflow/bytes-array';
import { writeBundleEntry, writeBundleHeader } from './bundle-entry';
import { encodeStrings } from './string-tensor';
import { encodeTable, keyOfName } from './table';
import type { TableEntry } from './table-block';

/** The two files of a checkpoint, each in pieces to be written one after the other. */
export interface BundleFiles {
  /** `prefix.index` */
  index: Uint8Array[];
  /** `prefix.data-00000-of-00001` */
  data: Uint8Array[];
}

/** Makes the files of a TensorFlow checkpoint. Data are shared with the arrays, and lie in the order of the names. */
export function encodeBundle(tensors: ReadonlyMap<string, StoredArray | BytesArray>): BundleFiles {
  const data: Uint8Array[] = [];
  const entries: TableEntry[] = [['', writeBundleHeader()]];
  const sorted = [...tensors].map(([name, array]) => [keyOfName(name), array] as const);
  let offset = 0;
  for (const [key, array] of sorted.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { bytes, crc } = contentOf(array);
    const dtype = array.dtype === 'bytes' ? 'string' : array.dtype;
    entries.push([key, writeBundleEntry({ dtype, shape: array.shape, offset, size: bytes.length, crc })]);
    data.push(bytes);
    offset += bytes.length;
  }
  return { index: encodeTable(entries), data };
}

/** A checkpoint that is written tensor by tensor: its data first, then the index, which has their checksums. */
export interface BundleStream {
  data(): AsyncGenerator<Uint8Array>;
  /** Throws before all data were taken. */
  index(): Uint8Array[];
}

/** As {@link encodeBundle}, of tensors each of which is read when its turn comes. */
export function streamBundle(tensors: ReadonlyMap<string, LateTensor | BytesArray>): BundleStream {
  const sorted = [...tensors].map(([name, tensor]) => [keyOfName(name), tensor] as const);
  sorted.sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: TableEntry[] = [['', writeBundleHeader()]];
  return {
    async *data() {
      entries.length = 1;
      let offset = 0;
      for (const [key, tensor] of sorted) {
        const isText = tensor.dtype === 'bytes';
        const { bytes, crc } = isText ? encodeStrings(tensor.data) : withCrc(await tensor.read());
        const dtype = isText ? 'string' : tensor.dtype;
        entries.push([key, writeBundleEntry({ dtype, shape: [...tensor.shape], offset, size: bytes.length, crc })]);
        offset += bytes.length;
        yield bytes;
      }
    },
    index() {
      if (entries.length === sorted.length + 1) return encodeTable(entries);
      throw new Error('The data of a checkpoint must be written before its index.');
    },
  };
}

function withCrc(bytes: Uint8Array): { bytes: Uint8Array; crc: number } {
  return { bytes, crc: maskedCrc32c(bytes) };
}

function contentOf(array: StoredArray | BytesArray): { bytes: Uint8Array; crc: number } {
  if (array.dtype === 'bytes') return encodeStrings(array.data);
  if (array.dtype === 'string') return encodeStrings(bytesOfText(array).data);
  return withCrc(bytesOfArray(array));
}
