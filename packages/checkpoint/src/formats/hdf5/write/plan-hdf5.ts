// Writes HDF5 as h5py does by default, so that the oldest readers open it: superblock 0, old groups, contiguous arrays. Sizes and
// places are settled from names and shapes alone; the arrays themselves are asked for one by one while the file is written.
import { TenlabError } from '@tenlab/core';
import { bytesPerElement, type NumericDtype } from '../../stored-array';
import { aligned, ByteWriter } from './byte-writer';
import { groupSizes, SymbolTable } from './symbol-table';
import { TextHeap, type TextPlace } from './text-heap';
import { dataspaceMessage, elementType, isOpaque, textType } from './types';

/** The value of an attribute. An empty list becomes a list of no numbers, as NumPy makes of it. */
export type AttributeValue = string | readonly string[];

/** A group to write. */
export interface GroupToWrite {
  attributes?: ReadonlyMap<string, AttributeValue>;
  children: ReadonlyMap<string, GroupToWrite | DatasetToWrite>;
}

/** An array to write. */
export interface DatasetToWrite {
  attributes?: ReadonlyMap<string, AttributeValue>;
  dtype: NumericDtype;
  shape: readonly number[];
  /** The elements in C order, little-endian. */
  read(): Uint8Array | Promise<Uint8Array>;
}

/** A file whose places are settled. */
export interface Hdf5Plan {
  /** Bytes of the file. */
  size: number;
  /** The file, piece by piece; each array is asked for when its turn comes. */
  pieces(): AsyncGenerator<Uint8Array>;
}

const superblockSize = 96;
/** A message's size is told in 16 bits. */
const largestMessage = 65_535;

interface Message {
  type: number;
  body: Uint8Array | ((addresses: Addresses) => Uint8Array);
  size: number;
}

interface Addresses {
  texts: readonly number[];
}

interface Placed {
  at: number;
  messages: Message[];
  headerSize: number;
  table?: { symbols: SymbolTable; at: number; children: Map<string, Placed> };
  data?: { dataset: DatasetToWrite; at: number; size: number };
}

/** Settles where everything lies. Throws for an attribute that is too long for the format. */
export function planHdf5(root: GroupToWrite): Hdf5Plan {
  const heap = new TextHeap();
  const placed: Placed[] = [];
  let end = superblockSize;
  const take = (size: number) => {
    const at = end;
    end += aligned(size);
    return at;
  };
  const place = (object: GroupToWrite | DatasetToWrite): Placed => {
    const isGroup = 'children' in object;
    const attributes = [...(object.attributes ?? [])].map(([name, value]) => attributeMessage(name, value, heap));
    const own = isGroup ? [{ type: 0x11, body: new Uint8Array(16), size: 16 }] : datasetMessages(object);
    const messages = [...own, ...attributes];
    const headerSize = messages.reduce((sum, { size }) => sum + 8 + aligned(size), 0);
    const result: Placed = { at: take(16 + headerSize), messages, headerSize };
    placed.push(result);
    if (isGroup) {
      const symbols = new SymbolTable(object.children.keys());
      const at = take(symbols.size);
      const children = new Map([...object.children].map(([name, child]) => [name, place(child)]));
      result.table = { symbols, at, children };
      const { tree, heap: names } = symbols.addresses(at);
      own[0]!.body = new ByteWriter(16).u64(tree).u64(names).bytes;
    } else {
      const size = bytesPerElement[object.dtype] * object.shape.reduce((product, length) => product * length, 1);
      result.data = { dataset: object, at: 0, size };
    }
    return result;
  };
  place(root);
  const texts = heap.sizes.map(take);
  const metadataSize = end;
  for (const { data, messages } of placed) {
    if (!data) continue;
    // An array without elements has no place.
    data.at = data.size === 0 ? 0 : take(data.size);
    messages.find(({ type }) => type === 0x08)!.body = layoutBody(data.size === 0 ? undefined : data.at, data.size);
  }
  const size = end;
  return {
    size,
    async *pieces() {
      yield writeMetadata(placed, heap, { texts }, metadataSize, size);
      for (const { data } of placed) {
        if (!data || data.size === 0) continue;
        const bytes = await data.dataset.read();
        if (bytes.length !== data.size) throw wrongSize(data.size, bytes.length);
        yield bytes;
        if (bytes.length % 8 !== 0) yield new Uint8Array(aligned(bytes.length) - bytes.length);
      }
    },
  };
}

function writeMetadata(
  placed: readonly Placed[],
  heap: TextHeap,
  addresses: Addresses,
  metadataSize: number,
  fileSize: number,
): Uint8Array {
  const writer = new ByteWriter(metadataSize);
  writer.u8(0x89).text('HDF\r\n').u8(0x1a, 0x0a);
  writer.u8(0, 0, 0, 0, 0, 8, 8, 0).u16(groupSizes.leaf).u16(groupSizes.internal).u32(0);
  writer.u64(0).u64(undefined).u64(fileSize).u64(undefined);
  writer.u64(0).u64(placed[0]!.at);
  for (const { at, messages, headerSize, table } of placed) {
    writer.seek(at).u8(1, 0).u16(messages.length).u32(1).u32(headerSize).u32(0);
    for (const { type, body, size } of messages) {
      const start = writer.at;
      writer.u16(type).u16(aligned(size)).u32(0);
      writer.put(typeof body === 'function' ? body(addresses) : body).seek(start + 8 + aligned(size));
    }
    if (table) {
      writer.seek(table.at);
      table.symbols.write(writer, (name) => table.children.get(name)!.at);
    }
  }
  if (addresses.texts.length > 0) heap.write(writer.seek(addresses.texts[0]!));
  return writer.bytes;
}

function datasetMessages({ dtype, shape, attributes }: DatasetToWrite): Message[] {
  const [space, type] = [dataspaceMessage(shape), elementType(dtype)];
  if (isOpaque(dtype) && attributes?.get('dtype') !== dtype) throw new TypeError(`${dtype} needs an attribute dtype`);
  return [
    { type: 0x01, body: space, size: space.length },
    { type: 0x03, body: type, size: type.length },
    // Fill value: the default one.
    { type: 0x05, body: Uint8Array.of(2, 2, 2, 1, 0, 0, 0, 0), size: 8 },
    { type: 0x08, body: new Uint8Array(24), size: 24 },
  ];
}

function layoutBody(at: number | undefined, size: number): Uint8Array {
  return new ByteWriter(24).u8(3, 1).u64(at).u64(size).bytes;
}

function attributeMessage(name: string, value: AttributeValue, heap: TextHeap): Message {
  const nameBytes = new TextEncoder().encode(`${name}\0`);
  const isList = typeof value !== 'string';
  const texts = isList ? value : [value];
  const isEmpty = texts.length === 0;
  const type = isEmpty ? elementType('float64') : textType('utf8');
  const space = dataspaceMessage(isList ? [texts.length] : []);
  const places: TextPlace[] = texts.map((text) => heap.add(text));
  const head = 8 + aligned(nameBytes.length) + aligned(type.length) + aligned(space.length);
  const size = head + 16 * places.length;
  if (size > largestMessage) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: `HDF5 attribute '${name}'`,
      expected: `at most ${Math.floor((largestMessage - head) / 16)} texts`,
      received: texts.length,
      remedy: 'Split the list into several attributes.',
    });
  }
  return {
    type: 0x0c,
    size,
    body: (addresses) => {
      const writer = new ByteWriter(size).u8(1, 0).u16(nameBytes.length).u16(type.length).u16(space.length);
      for (const part of [nameBytes, type, space]) writer.put(part).seek(aligned(writer.at));
      for (const { length, collection, index } of places) {
        writer.u32(length).u64(addresses.texts[collection]!).u32(index);
      }
      return writer.bytes;
    },
  };
}

function wrongSize(expected: number, received: number): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: 'planHdf5',
    expected: `${expected} bytes of elements`,
    received,
    remedy: 'Give as many bytes as shape and type have.',
  });
}
