import { maskedCrc32c } from '../crc/crc32c';
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

function contentOf(array: StoredArray | BytesArray): { bytes: Uint8Array; crc: number } {
  if (array.dtype === 'bytes') return encodeStrings(array.data);
  if (array.dtype === 'string') return encodeStrings(bytesOfText(array).data);
  const bytes = bytesOfArray(array);
  return { bytes, crc: maskedCrc32c(bytes) };
}
