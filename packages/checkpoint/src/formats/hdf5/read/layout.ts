import { fileError } from '../../file-error';
import { nowhere } from './fields';
import { messages, type ObjectHeader } from './object-header';

/** How chunks are found. */
export type ChunkIndex =
  | { kind: 'tree'; address: number }
  | { kind: 'single'; address: number; storedSize: number | undefined; mask: number }
  | { kind: 'implicit'; address: number }
  | { kind: 'fixed-array'; address: number }
  | { kind: 'extensible-array'; address: number }
  | { kind: 'record-tree'; address: number };

/** Where the elements of a dataset lie. */
export type Layout =
  | { kind: 'compact'; data: Uint8Array }
  | { kind: 'contiguous'; address: number; size: number | undefined }
  | { kind: 'chunked'; chunk: number[]; index: ChunkIndex };

/** Reads a dataset's layout. Throws for data in other files: no other file is ever opened. */
export async function readLayout(header: ObjectHeader): Promise<Layout> {
  const { place } = header.storage;
  if (header.has(messages.externalFiles)) throw elsewhere(place, 'elements in another file');
  const fields = await header.first(messages.layout);
  if (!fields) throw fileError(place, 'invalid-file', 'a dataset that tells where its elements are', 'none');
  const version = fields.version('a layout', 1, 2, 3, 4);
  if (version < 3) {
    const rank = fields.u8();
    const kind = fields.u8();
    fields.skip(5);
    const address = kind === 0 ? nowhere : fields.address();
    const sizes = Array.from({ length: rank }, () => fields.u32());
    if (kind === 1) return { kind: 'contiguous', address, size: undefined };
    if (kind === 2) return { kind: 'chunked', chunk: sizes.slice(0, -1), index: { kind: 'tree', address } };
    return { kind: 'compact', data: fields.take(fields.u32()) };
  }
  switch (fields.u8()) {
    case 0:
      return { kind: 'compact', data: fields.take(fields.u16()) };
    case 1:
      return { kind: 'contiguous', address: fields.address(), size: fields.length() };
    case 2:
      break;
    default:
      throw elsewhere(place, 'a virtual dataset');
  }
  if (version === 3) {
    const rank = fields.u8();
    const address = fields.address();
    const chunk = Array.from({ length: rank }, () => fields.u32()).slice(0, -1);
    return { kind: 'chunked', chunk, index: { kind: 'tree', address } };
  }
  const flags = fields.u8();
  const rank = fields.u8();
  const width = fields.u8();
  const chunk = Array.from({ length: rank }, () => fields.uint(width)).slice(0, -1);
  const kind = fields.u8();
  if (kind === 1) {
    const storedSize = flags & 2 ? fields.length() : undefined;
    const mask = flags & 2 ? fields.u32() : 0;
    return { kind: 'chunked', chunk, index: { kind: 'single', address: fields.address(), storedSize, mask } };
  }
  const settings = [0, 0, 0, 1, 5, 6][kind];
  if (settings === undefined) fields.fail('a known index of chunks', `kind ${kind}`);
  fields.skip(settings!);
  const kinds = ['tree', 'tree', 'implicit', 'fixed-array', 'extensible-array', 'record-tree'] as const;
  return { kind: 'chunked', chunk, index: { kind: kinds[kind] as 'implicit', address: fields.address() } };
}

/** The bytes of the element that stands where none was written; undefined for zeros. */
export async function readFillValue(header: ObjectHeader): Promise<Uint8Array | undefined> {
  const fields = await header.first(messages.fillValue);
  if (!fields) {
    const old = await header.first(messages.oldFillValue);
    return old && take(old.u32(), (length) => old.take(length));
  }
  const version = fields.version('a fill value', 1, 2, 3);
  if (version === 3) {
    if (!(fields.u8() & 0x20)) return undefined;
  } else {
    fields.skip(2);
    if (fields.u8() === 0 && version === 2) return undefined;
  }
  return take(fields.u32(), (length) => fields.take(length));
}

function take(length: number, read: (length: number) => Uint8Array): Uint8Array | undefined {
  return length > 0 && length < 2 ** 31 ? read(length) : undefined;
}

function elsewhere(place: string, received: string): Error {
  return fileError(
    place,
    'unsupported-file',
    'elements in this file',
    received,
    'Copy the data into the file: other files are never opened.',
  );
}
