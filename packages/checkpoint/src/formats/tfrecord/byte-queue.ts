import { joinPieces } from '../../write-pieces';

/** Turns a stream of pieces into bytes of the lengths asked for. Holds no more than the pieces it had to join. */
export class ByteQueue {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #open: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(pieces: AsyncIterator<Uint8Array>) {
    this.#pieces = pieces;
  }

  /** The next bytes, as many as asked for; fewer only where the stream ends. Memory is taken as they arrive, not as they are claimed. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let wanted = length;
    while (true) {
      const part = this.#open.subarray(this.#at, this.#at + wanted);
      this.#at += part.length;
      wanted -= part.length;
      if (parts.length === 0 && wanted === 0) return part;
      if (part.length > 0) parts.push(part);
      if (wanted === 0) break;
      const next = await this.#pieces.next();
      if (next.done) break;
      this.#open = next.value;
      this.#at = 0;
    }
    return joinPieces(parts);
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
