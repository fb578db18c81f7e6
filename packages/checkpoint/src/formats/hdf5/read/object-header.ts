import { fileError } from '../../file-error';
import type { Fields } from './fields';
import { Fields as FieldsOf } from './fields';
import type { Storage } from './storage';

/** What a message of an object's header tells. */
export const messages = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  oldFillValue: 0x04,
  fillValue: 0x05,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** One message of an object's header. */
export interface Message {
  type: number;
  /** The message lies elsewhere, for several objects; this one tells where. */
  shared: boolean;
  data: Uint8Array;
}

/** Everything that is known about a group or dataset. */
export class ObjectHeader {
  readonly storage: Storage;
  readonly messages: readonly Message[];

  constructor(storage: Storage, list: readonly Message[]) {
    this.storage = storage;
    this.messages = list;
  }

  /** The fields of each message of a type. */
  async all(type: number): Promise<Fields[]> {
    const found = this.messages.filter((message) => message.type === type);
    return Promise.all(found.map((message) => resolveShared(this.storage, message)));
  }

  /** The fields of the first message of a type; undefined without one. */
  async first(type: number): Promise<Fields | undefined> {
    const message = this.messages.find((candidate) => candidate.type === type);
    return message && resolveShared(this.storage, message);
  }

  has(type: number): boolean {
    return this.messages.some((message) => message.type === type);
  }
}

/** Reads the header of the object at an address, with all blocks that continue it. */
export async function readObjectHeader(storage: Storage, address: number): Promise<ObjectHeader> {
  const start = await storage.fieldsUpTo(address, 64);
  return new ObjectHeader(
    storage,
    start.bytes[0] === 0x4f ? await readNew(storage, address, start) : await readOld(storage, address, start),
  );
}

async function readOld(storage: Storage, address: number, start: Fields): Promise<Message[]> {
  start.version('an object header', 1);
  start.skip(1);
  const count = start.u16();
  start.skip(4);
  const blocks = [{ address: address + 16, length: start.u32() }];
  const list: Message[] = [];
  for (let next = blocks.shift(); next !== undefined && list.length < count; next = blocks.shift()) {
    const block = await storage.fields(next.address, next.length);
    while (block.left >= 8 && list.length < count) {
      const type = block.u16();
      const length = block.u16();
      const flags = block.u8();
      block.skip(3);
      const data = block.take(length);
      list.push({ type, shared: (flags & 2) !== 0, data });
      if (type === messages.continuation) blocks.push(readContinuation(storage, data));
    }
  }
  return list;
}

async function readNew(storage: Storage, address: number, start: Fields): Promise<Message[]> {
  start.signature('OHDR');
  start.version('an object header', 2);
  const flags = start.u8();
  if (flags & 0x20) start.skip(16);
  if (flags & 0x10) start.skip(4);
  const length = start.uint(1 << (flags & 3));
  const first = await storage.checkedFields(address, start.at + length + 4);
  first.skip(start.at);
  const list: Message[] = [];
  const blocks: Fields[] = [first];
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const headerSize = flags & 0x04 ? 6 : 4;
    while (block.left >= headerSize) {
      const type = block.u8();
      const size = block.u16();
      const messageFlags = block.u8();
      block.skip(headerSize - 4);
      const data = block.take(size);
      list.push({ type, shared: (messageFlags & 2) !== 0, data });
      if (type !== messages.continuation) continue;
      const next = readContinuation(storage, data);
      const fields = await storage.checkedFields(next.address, next.length);
      fields.signature('OCHK');
      blocks.push(fields);
    }
  }
  return list;
}

function readContinuation(storage: Storage, data: Uint8Array): { address: number; length: number } {
  const fields = new FieldsOf(data, storage.place, storage.sizes);
  return { address: fields.address(), length: fields.length() };
}

/** The fields of a message, which may lie in the header of another object (a named datatype). */
async function resolveShared(storage: Storage, { type, shared, data }: Message): Promise<Fields> {
  const fields = new FieldsOf(data, storage.place, storage.sizes);
  if (!shared) return fields;
  const version = fields.version('a shared message', 1, 2, 3);
  const kind = fields.u8();
  if (version === 1) fields.skip(6);
  if (version === 3 && kind === 1) {
    throw fileError(
      storage.place,
      'unsupported-file',
      'messages within their objects',
      'some in a heap of shared messages',
      'Write the file again with the settings of h5py.',
    );
  }
  const owner = await readObjectHeader(storage, fields.address());
  const message = owner.messages.find((candidate) => candidate.type === type && !candidate.shared);
  if (message === undefined) fields.fail(`a message of type ${type} at the address it is shared from`, 'none');
  return new FieldsOf(message!.data, storage.place, storage.sizes);
}
