import { fileError } from '../formats/file-error';

/** Bytes that are read piece by piece: an open file, a Blob, or an array in memory. Nothing is read before it is asked for. */
export interface ByteSource {
  /** How errors call it. */
  readonly place: string;
  readonly size: number;
  /** The bytes from `start` to before `end`. Throws where the source ends earlier, before any memory is taken. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/** An array in memory; what is read shares it. */
export function bytesSource(bytes: Uint8Array, place: string): ByteSource {
  return {
    place,
    size: bytes.length,
    async read(start, end) {
      expectWithin(start, end, bytes.length, place);
      return bytes.subarray(start, end);
    },
    async close() {},
  };
}

/** A Blob or File, as an upload, a download or the origin's private file system give it. */
export function blobSource(blob: Blob, place: string): ByteSource {
  return {
    place,
    size: blob.size,
    async read(start, end) {
      expectWithin(start, end, blob.size, place);
      return new Uint8Array(await blob.slice(start, end).arrayBuffer());
    },
    async close() {},
  };
}

/** Throws unless a range lies within a source. */
export function expectWithin(start: number, end: number, size: number, place: string): void {
  if (start >= 0 && start <= end && end <= size) return;
  throw fileError(place, 'truncated-file', `bytes ${start} to ${end}`, `a file of ${size} bytes`);
}
