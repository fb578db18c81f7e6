import type { ByteSource } from '../../../sources/byte-source';
import { fileError, quoted } from '../../file-error';
import { Fields } from './fields';
import { Storage } from './storage';

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** The first structure of a file: how it counts, and where its root group is. */
export interface Superblock {
  storage: Storage;
  rootAddress: number;
}

/** Whether bytes are the beginning of an HDF5 file. */
export function isHdf5(start: Uint8Array): boolean {
  return signature.every((byte, index) => start[index] === byte);
}

/** Finds the superblock: at the start, or after a user block of 512, 1024, 2048, … bytes. Throws where there is none. */
export async function readSuperblock(source: ByteSource): Promise<Superblock> {
  for (let at = 0; at + 8 <= source.size; at = at === 0 ? 512 : at * 2) {
    if (isHdf5(await source.read(at, at + 8))) return parse(source, at);
  }
  const start = new TextDecoder('latin1').decode(await source.read(0, Math.min(source.size, 16)));
  throw fileError(
    source.place,
    'invalid-file',
    'an HDF5 file',
    source.size === 0 ? 'an empty file' : `${source.size} bytes that begin with ${quoted(start)}`,
  );
}

async function parse(source: ByteSource, at: number): Promise<Superblock> {
  const bytes = await source.read(at, Math.min(source.size, at + 128));
  const start = new Fields(bytes, source.place, { offsets: 8, lengths: 8 }, 8);
  const version = start.version('a superblock', 0, 1, 2, 3);
  if (version < 2) start.skip(4);
  const sizes = { offsets: start.u8(), lengths: start.u8() };
  for (const size of [sizes.offsets, sizes.lengths]) {
    if (![2, 4, 8].includes(size)) start.fail('addresses and lengths of 2, 4 or 8 bytes', `${size}`);
  }
  const fields = new Fields(bytes, source.place, sizes, start.at);
  // What is left out: group sizes and flags, which readers do not need.
  fields.skip(version < 2 ? 9 + (version === 1 ? 4 : 0) : 1);
  const base = fields.address();
  fields.address();
  const end = fields.address();
  if (base !== at && base !== 0) fields.fail(`addresses that count from byte ${at}`, `${base}`);
  if (end > source.size) {
    throw fileError(source.place, 'truncated-file', `${end} bytes`, `${source.size}`);
  }
  const storage = new Storage(source, base === 0 ? 0 : at, sizes);
  if (version >= 2) {
    const rootAddress = fields.address();
    await storage.checkedFields(at - (base === 0 ? 0 : at), fields.at + 4);
    return { storage, rootAddress };
  }
  fields.address();
  fields.skip(sizes.offsets);
  return { storage, rootAddress: fields.address() };
}
