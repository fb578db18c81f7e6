import type { ByteSource } from '../sources/byte-source';
import { fileError } from './file-error';
import { isHdf5 } from './hdf5/read/superblock';

/** What a file is by its first bytes. What is nothing else is taken for safetensors, which begins with a mere number. */
export type DetectedFormat = 'zip' | 'hdf5' | 'json' | 'other';

/** Looks at the first bytes of a file; its name has no say. Throws for an empty one. */
export async function detectFormat(source: ByteSource): Promise<DetectedFormat> {
  if (source.size === 0)
    throw fileError(source.place, 'truncated-file', 'a file with something in it', 'an empty file');
  const start = await source.read(0, Math.min(source.size, 8));
  if (isHdf5(start)) return 'hdf5';
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (isZip) return 'zip';
  return start[0] === 0x7b ? 'json' : 'other';
}
