import { elementCount } from '../element-count';
import { fileError } from '../file-error';
import { type WireReader, wireTypes } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import { arrayFromBytes, bytesOfArray, bytesPerElement, type NumericDtype, type StoredArray } from '../stored-array';
import { type BytesArray, bytesOfText } from './bytes-array';
import { dtypeFromTensorFlow, dtypeToTensorFlow } from './dtypes';
import { readTensorShape, writeTensorShape } from './tensor-shape';

/** A message may say one value and mean it for every element: more elements than this are not made up. */
const mostRepeated = 65_536;

/** The values of a message as they were met, before type and shape are known for sure. */
interface Values {
  content: Uint8Array | undefined;
  numbers: number[];
  integers: bigint[];
  bytes: Uint8Array[];
}

/** Reads a TensorProto, as events and graphs hold them. Throws a {@link TenlabError} where values do not fit the shape. */
export function readTensorProto(reader: WireReader, place: string): StoredArray | BytesArray {
  let type = 0;
  let shape: number[] = [];
  const values: Values = { content: undefined, numbers: [], integers: [], bytes: [] };
  while (reader.next()) {
    if (reader.field === 1) type = reader.number();
    else if (reader.field === 2) shape = readTensorShape(reader.message());
    else if (!readValues(reader, values)) reader.skip();
  }
  const dtype = dtypeFromTensorFlow(type);
  if (dtype === undefined) {
    throw fileError(place, 'unsupported-file', 'a tensor of numbers or text', `type ${type} of TensorFlow`);
  }
  const count = elementCount(shape);
  if (count === undefined) throw fileError(place, 'invalid-file', 'a shape of sizes from 0', `[${shape}]`);
  if (dtype === 'string') return { dtype: 'bytes', shape, data: spread(values.bytes, count, new Uint8Array(), place) };
  return arrayFromBytes(dtype, shape, numericBytes(dtype, count, values, place));
}

function readValues(reader: WireReader, values: Values): boolean {
  switch (reader.field) {
    case 4:
      values.content = reader.bytes();
      return true;
    case 5:
    case 9:
      for (const value of reader.floats()) values.numbers.push(value);
      return true;
    case 6:
    case 12:
      for (const value of reader.doubles()) values.numbers.push(value);
      return true;
    case 8:
      values.bytes.push(reader.bytes());
      return true;
    case 7:
    case 10:
    case 11:
    case 13:
    case 16:
    case 17:
      reader.repeated(wireTypes.varint, (one) => values.integers.push(one.int64()));
      return true;
    default:
      return false;
  }
}

/** The elements as little-endian bytes. */
function numericBytes(dtype: NumericDtype, count: number, values: Values, place: string): Uint8Array {
  const size = bytesPerElement[dtype];
  if (values.content !== undefined && values.content.length > 0) {
    if (values.content.length === count * size) return values.content;
    throw fileError(
      place,
      'invalid-file',
      `${count * size} bytes (${count} elements of ${dtype})`,
      `${values.content.length}`,
    );
  }
  const isFloat = /^(float(32|64)|complex)/.test(dtype);
  const perElement = dtype.startsWith('complex') ? 2 : 1;
  const given = isFloat ? values.numbers : values.integers;
  const elements = spread<number | bigint>(given, count * perElement, isFloat ? 0 : 0n, place);
  const bytes = new Uint8Array(count * size);
  const view = new DataView(bytes.buffer);
  const word = size / perElement;
  for (const [index, value] of elements.entries()) {
    const at = index * word;
    if (isFloat) {
      if (word === 8) view.setFloat64(at, Number(value), true);
      else view.setFloat32(at, Number(value), true);
    } else {
      const bits = BigInt.asUintN(8 * word, BigInt(value));
      for (let byte = 0; byte < word; byte++) bytes[at + byte] = Number((bits >> BigInt(8 * byte)) & 0xffn);
    }
  }
  return bytes;
}

/** As many values as there are elements: the last one stands for all that follow. */
function spread<T>(values: readonly T[], count: number, none: T, place: string): T[] {
  if (values.length > count || (values.length < count && count > mostRepeated)) {
    throw fileError(place, 'invalid-file', `${count} values`, `${values.length}`);
  }
  const last = values.at(-1) ?? none;
  return [...values, ...Array<T>(count - values.length).fill(last)];
}

/** Writes one: numbers as one piece of content, text and bytes one by one. */
export function writeTensorProto(array: StoredArray | BytesArray): WireWriter {
  const writer = new WireWriter()
    .number(1, dtypeToTensorFlow(array.dtype === 'bytes' ? 'string' : array.dtype))
    .message(2, writeTensorShape(array.shape));
  if (array.dtype === 'bytes' || array.dtype === 'string') {
    for (const value of array.dtype === 'bytes' ? array.data : bytesOfText(array).data) writer.bytes(8, value);
    return writer;
  }
  return writer.bytes(4, bytesOfArray(array));
}
