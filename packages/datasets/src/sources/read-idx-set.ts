import { sha256 } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { checksumError } from '../cache/checksum';
import { parseIdx } from '../parse/idx';
import { type Bytes, type ImageSetDefinition, type ImageSetParts, type PublishedFile, partNames } from './image-set';

/** Gives the bytes of a file and what to call it in errors. */
export type ReadFile = (file: PublishedFile) => Promise<{ bytes: Uint8Array; place: string }>;

/**
 * Reads the four IDX files of a set and checks each: format, length, and the published SHA-256.
 *
 * Throws a {@link TenlabError} naming the file, what it should hold, what it holds, and `remedy`.
 */
export async function readIdxSet(
  definition: ImageSetDefinition,
  read: ReadFile,
  remedy: string,
): Promise<ImageSetParts> {
  const parts = await Promise.all(
    partNames.map(async (part) => {
      const file = definition.idx[part];
      const { bytes, place } = await read(file);
      return [part, await checked(bytes, file, place, remedy)] as const;
    }),
  );
  return Object.fromEntries(parts) as unknown as ImageSetParts;
}

async function checked(bytes: Uint8Array, file: PublishedFile, place: string, remedy: string): Promise<Bytes> {
  // The length first: it says more than a checksum.
  if (bytes.length !== file.size) {
    throw new TenlabError({
      code: bytes.length < file.size ? 'truncated-file' : 'invalid-file',
      place,
      expected: `${file.size} bytes`,
      received: inWords(`${bytes.length} bytes`),
      remedy,
    });
  }
  const received = await sha256(bytes);
  if (received !== file.sha256) throw checksumError(file.sha256, received, place, remedy);
  const { data, shape } = parseIdx(bytes, place);
  // The checksum says that these are the published bytes, and those are uint8.
  return { data: data as Uint8Array, shape, sha256: received };
}
