import { fileError } from '../../file-error';
import type { Storage } from './storage';

/** Text of variable length: what lies in the elements is its length and where it is. */
export class GlobalHeap {
  readonly #storage: Storage;
  readonly #collections = new Map<number, Promise<Map<number, Uint8Array>>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The bytes of one object. Throws where there is none. */
  async read(address: number, index: number): Promise<Uint8Array> {
    let collection = this.#collections.get(address);
    if (collection === undefined) {
      collection = readCollection(this.#storage, address);
      this.#collections.set(address, collection);
    }
    const object = (await collection).get(index);
    if (object) return object;
    throw fileError(this.#storage.place, 'invalid-file', `text ${index} in the heap at ${address}`, 'none');
  }
}

async function readCollection(storage: Storage, address: number): Promise<Map<number, Uint8Array>> {
  const { lengths } = storage.sizes;
  const start = await storage.fields(address, 8 + lengths);
  start.signature('GCOL');
  start.version('a heap of text', 1);
  start.skip(3);
  const size = start.length();
  const fields = await storage.fields(address, size);
  fields.skip(start.at);
  const objects = new Map<number, Uint8Array>();
  while (fields.left >= 8 + lengths) {
    const index = fields.u16();
    fields.skip(6);
    const length = fields.length();
    // Object 0 is the space that is left.
    if (index === 0) break;
    objects.set(index, fields.take(length));
    fields.skip(Math.min((8 - (length % 8)) % 8, fields.left));
  }
  return objects;
}
