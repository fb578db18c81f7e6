import { TenlabError } from '@tenlab/core';
import { expectNode } from '../platform/read-file';
import { type ByteSource, blobSource, bytesSource } from './byte-source';
import { fileSource } from './file-source';

/** Where a file is read from: a path (Node), its bytes, or a Blob or File, as an upload or the origin's private file system give it. */
export type FileInput = string | Uint8Array | Blob;

/** Opens a file for a caller whose name errors use where the file has none. */
export async function openSource(caller: string, input: FileInput): Promise<ByteSource> {
  if (input instanceof Uint8Array) return bytesSource(input, caller);
  if (input instanceof Blob) return blobSource(input, 'name' in input ? String(input.name) : caller);
  if (typeof input !== 'string') throw noSource(caller, input);
  expectNode(caller, input, `${caller} with the bytes of the file, or a Blob`);
  return fileSource(input);
}

function noSource(caller: string, input: unknown): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: caller,
    expected: 'a path, the bytes of a file as Uint8Array, or a Blob',
    received: input,
    remedy: 'Pass where the file is, for example `digits.keras`.',
  });
}
