import { inWords, TenlabError } from '@tenlab/core';
import type { ByteSource } from '../../sources/byte-source';
import type { FileSet } from '../../sources/file-set';
import { maskedCrc32c } from '../crc/crc32c';
import { fileError, quoted } from '../file-error';
import { type ArrayDtype, arrayFromBytes, bytesPerElement, type NumericDtype, type StoredArray } from '../stored-array';
import { type BytesArray, textOfBytes } from '../tensorflow/bytes-array';
import { type BundleEntry, readBundleEntry, readBundleHeader } from './bundle-entry';
import { joinSlices } from './join-slices';
import { sliceKey } from './slice-key';
import { decodeStrings } from './string-tensor';
import { nameOfKey, readTable } from './table';

/** What is known of a tensor before it is read. */
export interface TensorInfo {
  dtype: ArrayDtype;
  shape: number[];
}

/**
 * A checkpoint of TensorFlow (V2, "TensorBundle"): an index, and data files that are read tensor by tensor.
 *
 * @example
 * const bundle = await TensorBundle.open(folderFiles('run'), 'weights.ckpt');
 * bundle.tensors.get('layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE'); // { dtype: 'float32', shape: [4, 8] }
 * await bundle.read('layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE');
 * await bundle.close();
 *
 * Source: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/tensor_bundle/tensor_bundle.h
 */
export class TensorBundle {
  /** How errors call it: the path of its index. */
  readonly place: string;
  /** The tensors by name, in the order of their names. */
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  readonly #files: FileSet;
  readonly #prefix: string;
  readonly #shards: number;
  readonly #entries: Map<string, BundleEntry>;
  /** The entries of parts, by key. */
  readonly #parts: Map<string, Uint8Array>;
  readonly #sources = new Map<number, Promise<ByteSource>>();

  private constructor(
    files: FileSet,
    prefix: string,
    place: string,
    shards: number,
    entries: Map<string, BundleEntry>,
    parts: Map<string, Uint8Array>,
  ) {
    this.#files = files;
    this.#prefix = prefix;
    this.place = place;
    this.#shards = shards;
    this.#entries = entries;
    this.#parts = parts;
    this.tensors = new Map([...entries].map(([name, { dtype, shape }]) => [name, { dtype, shape }]));
  }

  /** Reads the index `prefix.index` and checks every entry. Throws a {@link TenlabError} for one that is damaged. */
  static async open(files: FileSet, prefix: string): Promise<TensorBundle> {
    const source = await files.open(`${prefix}.index`);
    const { place } = source;
    try {
      const table = await readTable(source);
      const header = readBundleHeader(table.get('') ?? new Uint8Array(), place);
      if (header.bigEndian) {
        throw fileError(
          place,
          'unsupported-file',
          'a checkpoint with little-endian numbers',
          'one with big-endian numbers',
          'Write it again on a little-endian machine, as all but a few are.',
        );
      }
      // TensorFlow reads an index without header as one of a single data file.
      const shards = Math.max(1, header.shards);
      const entries = new Map<string, BundleEntry>();
      const parts = new Map<string, Uint8Array>();
      for (const [key, value] of table) {
        if (key === '') continue;
        const name = key.startsWith('\0') ? undefined : nameOfKey(key);
        if (name === undefined) parts.set(key, value);
        else entries.set(name, checkShard(readBundleEntry(value, name, place), shards, name, place));
      }
      return new TensorBundle(files, prefix, place, shards, entries, parts);
    } finally {
      await source.close();
    }
  }

  /** Reads a tensor exactly as it is. Text must be UTF-8. Throws a {@link TenlabError} for data that are missing or damaged. */
  async read(name: string): Promise<StoredArray> {
    const entry = this.#entryOf(name);
    const place = this.#placeOf(name);
    if (entry.dtype === 'string') return textOfBytes(await this.readBytes(name), place);
    if (entry.slices.length > 0) return this.#readSlices(name, { ...entry, dtype: entry.dtype });
    return arrayFromBytes(entry.dtype, entry.shape, await this.#readNumbers(entry, place));
  }

  /** Reads a tensor of text as the bytes it is made of. */
  async readBytes(name: string): Promise<BytesArray> {
    const entry = this.#entryOf(name);
    const place = this.#placeOf(name);
    if (entry.dtype !== 'string' || entry.slices.length > 0) {
      throw fileError(place, 'unsupported-file', 'a whole tensor of text', entry.dtype, 'Read it as an array instead.');
    }
    const { shape, count, crc } = entry;
    return { dtype: 'bytes', shape, data: decodeStrings(await this.#bytesOf(entry, place), count, crc, place) };
  }

  /** Lets go of the files. */
  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#sources.values());
    this.#sources.clear();
    for (const result of opened) if (result.status === 'fulfilled') await result.value.close();
  }

  #placeOf(name: string): string {
    return `${this.place}, tensor ${quoted(name)}`;
  }

  #entryOf(name: string): BundleEntry {
    const entry = this.#entries.get(name);
    if (entry !== undefined) return entry;
    throw new TenlabError({
      code: 'missing-array',
      place: this.place,
      expected: `a tensor named ${quoted(name)}`,
      received: [...this.#entries.keys()],
      remedy: 'Choose one of the names in the checkpoint.',
    });
  }

  async #readSlices(name: string, entry: BundleEntry & { dtype: NumericDtype }): Promise<StoredArray> {
    const place = this.#placeOf(name);
    const parts = entry.slices.map((slice) => {
      const stored = this.#parts.get(sliceKey(name, slice));
      if (stored === undefined) {
        throw fileError(place, 'invalid-file', `${entry.slices.length} parts`, 'an index that lacks one of them');
      }
      return { slice, part: checkShard(readBundleEntry(stored, name, this.place), this.#shards, name, this.place) };
    });
    const size = bytesPerElement[entry.dtype];
    const bytes = await joinSlices(entry.shape, size, place, parts, (part) => {
      if (part.dtype === entry.dtype && part.slices.length === 0) return this.#readNumbers(part, place);
      throw fileError(place, 'invalid-file', `parts of ${entry.dtype}`, `one of ${part.dtype}`);
    });
    return arrayFromBytes(entry.dtype, entry.shape, bytes);
  }

  /** The bytes of a tensor of numbers, held against their checksum. */
  async #readNumbers(entry: BundleEntry, place: string): Promise<Uint8Array> {
    const bytes = await this.#bytesOf(entry, place);
    if (maskedCrc32c(bytes) === entry.crc) return bytes;
    throw fileError(place, 'checksum-mismatch', 'data that their CRC-32C fits', 'another checksum');
  }

  async #bytesOf({ shard, offset, size }: BundleEntry, place: string): Promise<Uint8Array> {
    if (size === 0) return new Uint8Array();
    const name = dataFileName(this.#prefix, shard, this.#shards);
    let opening = this.#sources.get(shard);
    if (opening === undefined) {
      opening = this.#files.open(name);
      this.#sources.set(shard, opening);
    }
    const source = await opening.catch((cause: unknown) => {
      if (!TenlabError.isInstance(cause)) throw cause;
      throw new TenlabError({
        code: cause.code,
        place,
        expected: `the data file ${quoted(name)} beside the index`,
        received: inWords(String(cause.received)),
        remedy: 'Keep all files of a checkpoint together: fetch those that are missing.',
        cause,
      });
    });
    const end = offset + size;
    if (end <= source.size) return source.read(offset, end);
    throw fileError(
      place,
      'truncated-file',
      `bytes ${offset} to ${end} of ${quoted(name)}`,
      `a file of ${source.size} bytes`,
    );
  }
}

/** The name of a data file: `weights.ckpt.data-00000-of-00001`. */
export function dataFileName(prefix: string, shard: number, shards: number): string {
  const digits = (number: number) => String(number).padStart(5, '0');
  return `${prefix}.data-${digits(shard)}-of-${digits(shards)}`;
}

function checkShard(entry: BundleEntry, shards: number, name: string, place: string): BundleEntry {
  if (entry.shard < shards) return entry;
  throw fileError(
    `${place}, tensor ${quoted(name)}`,
    'invalid-file',
    `a data file from 0 to ${shards - 1}`,
    `${entry.shard}`,
  );
}
