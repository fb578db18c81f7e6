import { type Dataspace, readDataspace } from './dataspace';
import { type Datatype, readDatatype } from './datatype';
import { Fields, nowhere } from './fields';
import { readFractalHeap } from './fractal-heap';
import { messages, type ObjectHeader, readObjectHeader } from './object-header';
import { readRecords } from './record-tree';
import type { Storage } from './storage';

/** A named value on a group or dataset, as its bytes. */
export interface RawAttribute {
  type: Datatype;
  shape: Dataspace;
  data: Uint8Array;
}

/** The attributes of an object by name. */
export async function readAttributes(header: ObjectHeader): Promise<Map<string, RawAttribute>> {
  const { storage } = header;
  const found = await header.all(messages.attribute);
  const info = await header.first(messages.attributeInfo);
  if (info) {
    info.version('attribute information', 0);
    if (info.u8() & 1) info.skip(2);
    const [heapAddress, treeAddress] = [info.address(), info.address()];
    if (heapAddress !== nowhere && treeAddress !== nowhere) {
      const heap = await readFractalHeap(storage, heapAddress);
      for (const record of await readRecords(storage, treeAddress, 8)) {
        found.push(await heap.read(record.take(heap.idLength)));
      }
    }
  }
  return new Map(await Promise.all(found.map((fields) => readAttribute(storage, fields))));
}

async function readAttribute(storage: Storage, fields: Fields): Promise<[string, RawAttribute]> {
  const version = fields.version('an attribute', 1, 2, 3);
  const flags = fields.u8();
  const [nameSize, typeSize, spaceSize] = [fields.u16(), fields.u16(), fields.u16()];
  if (version === 3) fields.skip(1);
  const part = (size: number) => {
    const start = fields.at;
    const bytes = fields.take(size);
    if (version === 1) fields.skip(Math.min(fields.left, (8 - ((fields.at - start) % 8)) % 8));
    return new Fields(bytes, storage.place, storage.sizes);
  };
  const name = new TextDecoder().decode(part(nameSize).bytes).replace(/\0[\s\S]*$/, '');
  const typeFields = part(typeSize);
  const type = readDatatype(version > 1 && flags & 1 ? await namedType(storage, typeFields) : typeFields);
  const shape = readDataspace(part(spaceSize));
  return [name, { type, shape, data: fields.take(fields.left) }];
}

/** A type that has a name of its own in the file is told by the address of its header. */
async function namedType(storage: Storage, fields: Fields): Promise<Fields> {
  if (fields.version('a shared type', 1, 2, 3) === 1) fields.skip(7);
  else fields.skip(1);
  const type = await (await readObjectHeader(storage, fields.address())).first(messages.datatype);
  if (!type) fields.fail('a type at the address of a named one', 'none');
  return type!;
}
