import type { FileSet } from '../../sources/file-set';
import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { type WireReader, wireTypes } from '../protobuf/wire-reader';
import { type ArrayDtype, arrayFromBytes, bytesPerElement, type StoredArray } from '../stored-array';
import { dtypeFromOnnx } from './dtypes';

/** A tensor of an ONNX file, its values not yet looked at. */
export interface OnnxTensor {
  name: string;
  dtype: ArrayDtype;
  shape: number[];
  /** Number of elements. */
  count: number;
  /** How errors call it. */
  place: string;
  /** Little-endian bytes, where they are given so. */
  raw: Uint8Array | undefined;
  /** Values one by one, where they are given so. */
  numbers: (number | bigint)[];
  texts: Uint8Array[];
  /** Where the values lie, when that is another file: `location`, `offset`, `length`. */
  external: Map<string, string> | undefined;
}

/** Reads the description of a tensor. Throws a {@link TenlabError} for an unknown type or a shape that cannot be. */
export function readOnnxTensor(reader: WireReader, place: string): OnnxTensor {
  let type = 0;
  let isExternal = false;
  const external = new Map<string, string>();
  const tensor = {
    name: '',
    shape: [] as number[],
    raw: undefined as Uint8Array | undefined,
    numbers: [] as (number | bigint)[],
    texts: [] as Uint8Array[],
  };
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        reader.repeated(wireTypes.varint, (one) => tensor.shape.push(Number(one.int64())));
        break;
      case 2:
        type = reader.number();
        break;
      case 4:
        for (const value of reader.floats()) tensor.numbers.push(value);
        break;
      case 5:
      case 7:
      case 11:
        reader.repeated(wireTypes.varint, (one) => tensor.numbers.push(one.int64()));
        break;
      case 6:
        tensor.texts.push(reader.bytes());
        break;
      case 8:
        tensor.name = reader.string();
        break;
      case 9:
        tensor.raw = reader.bytes();
        break;
      case 10:
        for (const value of reader.doubles()) tensor.numbers.push(value);
        break;
      case 13: {
        const [key, value] = readPair(reader.message());
        external.set(key, value);
        break;
      }
      case 14:
        isExternal = reader.number() === 1;
        break;
      default:
        reader.skip();
    }
  }
  const where = `${place}, tensor ${quoted(tensor.name)}`;
  const dtype = dtypeFromOnnx(type);
  if (dtype === undefined) {
    throw fileError(where, 'unsupported-file', 'a tensor of numbers or text', `type ${type} of ONNX`);
  }
  const count = elementCount(tensor.shape);
  if (count === undefined) {
    throw fileError(where, 'invalid-file', 'a shape of sizes from 0, with a product below 2^53', `[${tensor.shape}]`);
  }
  return { ...tensor, dtype, count, place: where, external: isExternal ? external : undefined };
}

/**
 * The values of a tensor, held against its type and shape. `files` are those beside the model, where its values lie in another; without
 * them such a tensor is refused, as is one that names a file elsewhere.
 */
export async function valuesOfOnnxTensor(tensor: OnnxTensor, files: FileSet | undefined): Promise<StoredArray> {
  const { dtype, shape, count, place, texts, numbers } = tensor;
  if (dtype === 'string') {
    if (texts.length !== count) throw fileError(place, 'invalid-file', `${count} texts`, `${texts.length}`);
    const decoder = new TextDecoder();
    return { dtype, shape, data: texts.map((text) => decoder.decode(text)) };
  }
  const wanted = count * bytesPerElement[dtype];
  const bytes = tensor.external === undefined ? tensor.raw : await readExternal(tensor.external, wanted, files, place);
  if (bytes !== undefined) {
    if (bytes.length === wanted) return arrayFromBytes(dtype, shape, bytes);
    throw fileError(place, 'invalid-file', `${wanted} bytes for shape [${shape}] of ${dtype}`, `${bytes.length}`);
  }
  const perElement = dtype.startsWith('complex') ? 2 : 1;
  if (numbers.length !== count * perElement) {
    throw fileError(place, 'invalid-file', `${count * perElement} values`, `${numbers.length}`);
  }
  const array = arrayFromBytes(dtype, shape, new Uint8Array(wanted));
  const data = array.data as { [index: number]: number | bigint; length: number };
  const isBig = dtype === 'int64' || dtype === 'uint64';
  for (const [index, value] of numbers.entries()) {
    data[index] = isBig ? (typeof value === 'bigint' ? value : BigInt(Math.trunc(value))) : Number(value);
  }
  return array;
}

async function readExternal(
  external: ReadonlyMap<string, string>,
  wanted: number,
  files: FileSet | undefined,
  place: string,
): Promise<Uint8Array> {
  const location = external.get('location') ?? '';
  if (files === undefined) {
    throw fileError(
      place,
      'unsupported-file',
      'values within the file',
      `values in the file ${quoted(location)}`,
      'Pass the files beside the model too.',
    );
  }
  const offset = wholeNumber(external.get('offset') ?? '0', place);
  const length = wholeNumber(external.get('length') ?? String(wanted), place);
  if (length !== wanted) throw fileError(place, 'invalid-file', `${wanted} bytes`, `${length}`);
  const source = await files.open(location.replace(/^\.\//, '')).catch((cause: unknown) => {
    const remedy = 'Fetch all files of the model. If it names a file elsewhere, it is damaged, or meant to do harm.';
    throw fileError(place, 'invalid-file', 'values in a file beside the model', quoted(location), remedy, cause);
  });
  try {
    return await source.read(offset, offset + length);
  } finally {
    await source.close();
  }
}

function wholeNumber(text: string, place: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw fileError(place, 'invalid-file', 'a place in a file, in digits', quoted(text));
}

function readPair(reader: WireReader): [string, string] {
  const pair: [string, string] = ['', ''];
  while (reader.next()) {
    if (reader.field === 1) pair[0] = reader.string();
    else if (reader.field === 2) pair[1] = reader.string();
    else reader.skip();
  }
  return pair;
}
