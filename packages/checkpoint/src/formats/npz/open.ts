import type { ByteSource } from '../../sources/byte-source';
import type { FileTensor, NamedTensors } from '../../weights/file-tensor';
import { quoted } from '../file-error';
import { readNpyHeader } from '../npy/header';
import { readNpy } from '../npy/read';
import type { ZipEntry } from '../zip/directory';
import { openZipEntry } from '../zip/entry';

/** Version 1.0 has no longer header, and NumPy writes a later version only where it must. */
const longestShortHeader = 10 + 0xffff;

/** The arrays of a `.npz` file, each read when it is asked for. `entries` are those of its directory; all are held against their checksums. */
export async function openNpz(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>): Promise<NamedTensors> {
  const tensors = new Map<string, FileTensor>();
  for (const [entryName, entry] of entries) {
    const name = entryName.replace(/\.npy$/, '');
    tensors.set(name, await openArray(source, entry, name));
  }
  // What the source is, whoever opened it closes.
  return { tensors, order: [...tensors.keys()], close: async () => {} };
}

async function openArray(source: ByteSource, entry: ZipEntry, name: string): Promise<FileTensor> {
  const place = `${source.place}, entry ${quoted(entry.name)}`;
  const content = await openZipEntry(source, entry);
  const { elements, shape } = readNpyHeader(await headOf(content), place);
  // A stored entry is read by ranges; one that had to be inflated shall not stay in memory until its turn comes.
  const again = entry.method === 0 ? async () => content : () => openZipEntry(source, entry);
  return {
    name,
    dtype: elements.kind === 'number' ? elements.dtype : elements.kind === 'object' ? 'object' : 'string',
    shape,
    read: async () => {
      const { size, read } = await again();
      return readNpy(await read(0, size), place);
    },
  };
}

/** The beginning of an array's file, with the whole header. */
async function headOf({ size, read }: ByteSource): Promise<Uint8Array> {
  const head = await read(0, Math.min(size, longestShortHeader));
  return (head[6] ?? 1) > 1 && head.length < size ? read(0, size) : head;
}
