// An HDF5 file is a tree of groups; datasets hold arrays, and both have attributes. This reads what Keras, h5py and the HDF5
// library write in any of their format versions, piece by piece, and trusts no number in the file. It never opens another file.
import type { ByteSource } from '../../../sources/byte-source';
import { fileError, quoted } from '../../file-error';
import type { StoredArray } from '../../stored-array';
import { type RawAttribute, readAttributes } from './attributes';
import { readDataspace } from './dataspace';
import { type Datatype, readDatatype } from './datatype';
import { GlobalHeap } from './global-heap';
import { type Link, readLinks } from './links';
import { messages, type ObjectHeader, readObjectHeader } from './object-header';
import { readElements } from './read-elements';
import type { Storage } from './storage';
import { readSuperblock } from './superblock';
import { toStoredArray } from './to-array';

const mostSoftLinks = 16;

/** What groups and datasets have in common. */
abstract class Hdf5Object {
  /** Where it was found, from the root. */
  readonly path: string;
  protected readonly file: OpenFile;
  protected readonly header: ObjectHeader;
  #attributes: Promise<Map<string, RawAttribute>> | undefined;

  constructor(file: OpenFile, header: ObjectHeader, path: string) {
    this.file = file;
    this.header = header;
    this.path = path;
  }

  /** The names of its attributes. */
  async attributeNames(): Promise<string[]> {
    return [...(await this.#all()).keys()];
  }

  /** The value of an attribute; undefined where there is none, or it holds nothing. */
  async attribute(name: string): Promise<StoredArray | undefined> {
    const found = (await this.#all()).get(name);
    if (!found || found.shape === null) return undefined;
    return toStoredArray(this.file.storage, this.file.heap, found.type, found.shape, found.data);
  }

  #all(): Promise<Map<string, RawAttribute>> {
    this.#attributes ??= readAttributes(this.header);
    return this.#attributes;
  }
}

/** An array in a file. Its shape and type are known before any element is read. */
export class Hdf5Dataset extends Hdf5Object {
  readonly shape: number[] | null;
  readonly type: Datatype;

  constructor(file: OpenFile, header: ObjectHeader, path: string, shape: number[] | null, type: Datatype) {
    super(file, header, path);
    this.shape = shape;
    this.type = type;
  }

  /** All elements. Throws for a type that is no number or text, and for more elements than the file can hold. */
  async read(): Promise<StoredArray> {
    const { storage, heap } = this.file;
    if (this.shape === null) throw fileError(storage.place, 'invalid-file', `elements in ${quoted(this.path)}`, 'none');
    const bytes = await readElements(this.header, this.shape, this.type.size);
    return toStoredArray(storage, heap, this.type, this.shape, bytes, await this.#opaqueDtype());
  }

  async #opaqueDtype(): Promise<string | undefined> {
    if (this.type.kind !== 'opaque') return undefined;
    const named = await this.attribute('dtype');
    return named?.dtype === 'string' ? named.data[0] : undefined;
  }
}

/** A group: names that lead to groups and datasets. */
export class Hdf5Group extends Hdf5Object {
  #links: Promise<Map<string, Link>> | undefined;

  /** The names in it, in the file's order, which is not the model's. */
  async names(): Promise<string[]> {
    return [...(await this.links()).keys()];
  }

  /** What a path leads to; undefined where a name is not there. Throws for a path through links that go round, or to another file. */
  async get(path: string): Promise<Hdf5Group | Hdf5Dataset | undefined> {
    return this.file.resolve(this, path);
  }

  /** As {@link get}; throws unless it is a group. */
  async group(path: string): Promise<Hdf5Group> {
    const found = await this.get(path);
    if (found instanceof Hdf5Group) return found;
    throw fileError(this.file.storage.place, 'invalid-file', `a group ${quoted(path)}`, found ? 'a dataset' : 'none');
  }

  /** All datasets in it and the groups below, by path; each object once, however many names it has. */
  async datasets(): Promise<Map<string, Hdf5Dataset>> {
    const found = new Map<string, Hdf5Dataset>();
    const seen = new Set<number>();
    const visit = async (group: Hdf5Group, prefix: string): Promise<void> => {
      for (const [name, link] of await group.links()) {
        if (link.kind !== 'hard' || seen.has(link.address)) continue;
        seen.add(link.address);
        const object = await this.file.open(link.address, `${prefix}${name}`);
        if (object instanceof Hdf5Group) await visit(object, `${prefix}${name}/`);
        else if (object) found.set(`${prefix}${name}`, object);
      }
    };
    await visit(this, '');
    return found;
  }

  links(): Promise<Map<string, Link>> {
    this.#links ??= readLinks(this.header).then((links) => {
      const map = new Map<string, Link>();
      for (const link of links) {
        if (map.has(link.name)) {
          throw fileError(this.file.storage.place, 'invalid-file', 'each name once', `${quoted(link.name)} twice`);
        }
        map.set(link.name, link);
      }
      return map;
    });
    return this.#links;
  }
}

class OpenFile {
  readonly storage: Storage;
  readonly heap: GlobalHeap;
  readonly #rootAddress: number;
  readonly #headers = new Map<number, Promise<ObjectHeader>>();

  constructor(storage: Storage, rootAddress: number) {
    this.storage = storage;
    this.heap = new GlobalHeap(storage);
    this.#rootAddress = rootAddress;
  }

  async root(): Promise<Hdf5Group> {
    const root = await this.open(this.#rootAddress, '');
    if (root instanceof Hdf5Group) return root;
    throw fileError(this.storage.place, 'invalid-file', 'a group at the root', 'something else');
  }

  /** The object at an address; undefined for one that is neither group nor dataset, such as a named type. */
  async open(address: number, path: string): Promise<Hdf5Group | Hdf5Dataset | undefined> {
    let reading = this.#headers.get(address);
    if (reading === undefined) {
      reading = readObjectHeader(this.storage, address);
      this.#headers.set(address, reading);
    }
    const header = await reading;
    if (header.has(messages.symbolTable) || header.has(messages.linkInfo) || header.has(messages.link)) {
      return new Hdf5Group(this, header, path);
    }
    const [space, type] = [await header.first(messages.dataspace), await header.first(messages.datatype)];
    if (!space || !type || !header.has(messages.layout)) return undefined;
    return new Hdf5Dataset(this, header, path, readDataspace(space), readDatatype(type));
  }

  async resolve(from: Hdf5Group, path: string, followed = { soft: 0 }): Promise<Hdf5Group | Hdf5Dataset | undefined> {
    let at: Hdf5Group | Hdf5Dataset | undefined = path.startsWith('/') ? await this.root() : from;
    for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
      if (!(at instanceof Hdf5Group)) return undefined;
      const link: Link | undefined = (await at.links()).get(name);
      if (link === undefined) return undefined;
      const below: string = at.path === '' ? name : `${at.path}/${name}`;
      if (link.kind === 'external') {
        throw fileError(
          this.storage.place,
          'unsupported-file',
          `${quoted(below)} in this file`,
          `a link to ${quoted(link.target)}`,
          'Copy it into the file: other files are never opened.',
        );
      }
      if (link.kind === 'hard') {
        at = await this.open(link.address, below);
        continue;
      }
      followed.soft += 1;
      if (followed.soft > mostSoftLinks) {
        throw fileError(this.storage.place, 'invalid-file', 'links that lead somewhere', `${quoted(below)}, a circle`);
      }
      at = await this.resolve(at, link.target, followed);
    }
    return at;
  }
}

/** Opens a file and gives its root group. Throws for what is no HDF5 file, and for one that was cut off. */
export async function openHdf5(source: ByteSource): Promise<Hdf5Group> {
  const { storage, rootAddress } = await readSuperblock(source);
  return new OpenFile(storage, rootAddress).root();
}
