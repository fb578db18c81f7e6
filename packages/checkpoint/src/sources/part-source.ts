import { type ByteSource, expectWithin } from './byte-source';

/** A part of a source that is a source itself, as an entry of an archive. Closing it leaves the whole open. */
export function partSource(whole: ByteSource, start: number, size: number, place: string): ByteSource {
  return {
    place,
    size,
    async read(from, to) {
      expectWithin(from, to, size, place);
      return whole.read(start + from, start + to);
    },
    async close() {},
  };
}
