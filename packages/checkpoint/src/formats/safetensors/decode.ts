import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { arrayFromBytes, bytesPerElement, type NumericDtype, type StoredArray } from '../stored-array';
import { dtypeFromSafetensors, safetensorsDtypes } from './dtypes';

/** The contents of a `.safetensors` file. Maps, because a tensor may have any name, `__proto__` too. */
export interface SafetensorsFile {
  /** In the order of the data. */
  tensors: Map<string, StoredArray>;
  metadata: Map<string, string>;
}

/** A tensor, and where its bytes lie among the data. */
export interface PlacedTensor {
  name: string;
  dtype: NumericDtype;
  shape: number[];
  begin: number;
  end: number;
}

const longestHeader = 100_000_000;

/**
 * Reads a `.safetensors` file: a header length, a JSON header, then the tensors' bytes without a hole.
 *
 * The result shares the bytes where it can. `place` names the file in errors. Throws a {@link TenlabError} when header, shapes
 * and offsets do not describe the file exactly: every byte belongs to one tensor.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * const { tensors } = decodeSafetensors(await readFile('model.safetensors'), 'model.safetensors');
 * tensors.get('sequential/dense/kernel')?.shape; // [784, 10]
 *
 * Source: https://huggingface.co/docs/safetensors
 */
export function decodeSafetensors(bytes: Uint8Array, place = 'safetensors data'): SafetensorsFile {
  const dataStart = 8 + headerLength(bytes.subarray(0, 8), bytes.length, place);
  const { placed, metadata } = parseSafetensorsHeader(bytes.subarray(8, dataStart), bytes.length - dataStart, place);
  const tensors = new Map<string, StoredArray>();
  for (const { name, dtype, shape, begin, end } of placed) {
    tensors.set(name, arrayFromBytes(dtype, shape, bytes.subarray(dataStart + begin, dataStart + end)));
  }
  return { tensors, metadata };
}

/** Where each tensor lies, in the order of the data, and the metadata; held against the length of the data. */
export function parseSafetensorsHeader(
  bytes: Uint8Array,
  length: number,
  place: string,
): { placed: PlacedTensor[]; metadata: Map<string, string> } {
  const header = parseJson(bytes, place);
  const metadata = readMetadata(header.__metadata__, place);
  const placed = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => readPlace(name, value, place))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let at = 0;
  for (const { name, begin, end } of placed) {
    if (begin !== at) {
      throw fileError(
        place,
        'invalid-file',
        `tensor ${quoted(name)} to begin where the one before ends, at ${at}`,
        `${begin}`,
      );
    }
    at = end;
  }
  if (at !== length) {
    throw fileError(place, at > length ? 'truncated-file' : 'invalid-file', `${at} bytes of tensors`, `${length}`);
  }
  return { placed, metadata };
}

/** The length of the header, out of the first 8 bytes of a file of `size`; checked before any memory is taken for it. */
export function headerLength(start: Uint8Array, size: number, place: string): number {
  if (size < 8) {
    throw fileError(
      place,
      'truncated-file',
      'a .safetensors file, which begins with 8 bytes of length',
      `${size} bytes`,
    );
  }
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length > longestHeader) {
    throw fileError(place, 'invalid-file', `a header of at most ${longestHeader} bytes`, `${length}`);
  }
  if (8 + Number(length) > size) {
    throw fileError(place, 'truncated-file', `a header of ${length} bytes`, `${size - 8} bytes`);
  }
  return Number(length);
}

function parseJson(bytes: Uint8Array, place: string): Record<string, unknown> {
  const expected = 'a header that is a JSON object';
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : 'bytes that are not UTF-8 text';
    throw fileError(place, 'invalid-file', expected, reason, undefined, cause);
  }
  if (!isRecord(header)) throw fileError(place, 'invalid-file', expected, JSON.stringify(header).slice(0, 60));
  return header;
}

function readMetadata(value: unknown, place: string): Map<string, string> {
  if (value === undefined) return new Map();
  if (!isRecord(value)) throw fileError(place, 'invalid-file', '`__metadata__` that is an object', describe(value));
  return new Map(
    Object.entries(value).map(([key, text]) => {
      if (typeof text === 'string') return [key, text];
      throw fileError(place, 'invalid-file', `text as metadata ${quoted(key)}`, describe(text));
    }),
  );
}

function readPlace(name: string, value: unknown, place: string): PlacedTensor {
  const where = `${place}, tensor ${quoted(name)}`;
  if (!isRecord(value) || Object.keys(value).sort().join() !== 'data_offsets,dtype,shape') {
    throw fileError(where, 'invalid-file', 'an object of dtype, shape and data_offsets', describe(value));
  }
  const dtype = dtypeFromSafetensors(value.dtype);
  if (dtype === undefined) {
    throw fileError(
      where,
      'unsupported-file',
      `a dtype out of ${safetensorsDtypes.join(', ')}`,
      describe(value.dtype),
      'Write the tensor in one of these types.',
    );
  }
  const count = Array.isArray(value.shape) ? elementCount(value.shape) : undefined;
  if (count === undefined) {
    throw fileError(
      where,
      'invalid-file',
      'a shape of whole numbers from 0, with a product below 2^53',
      describe(value.shape),
    );
  }
  const offsets = Array.isArray(value.data_offsets) ? value.data_offsets : [];
  const [begin, end] = offsets as unknown[];
  if (offsets.length !== 2 || !isOffset(begin) || !isOffset(end) || begin > end) {
    throw fileError(
      where,
      'invalid-file',
      'data_offsets [begin, end], whole and in order',
      describe(value.data_offsets),
    );
  }
  if (end - begin !== count * bytesPerElement[dtype]) {
    throw fileError(
      where,
      'invalid-file',
      `${count * bytesPerElement[dtype]} bytes for shape [${value.shape}] of ${dtype}`,
      `${end - begin}`,
    );
  }
  return { name, dtype, shape: value.shape as number[], begin, end };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
