import type { TextStream } from '@tenlab/callbacks';

/**
 * A stream that, once told to, holds back what is written to it until it is let go: so a line that is known a moment after a bar has
 * begun can stand before the bar.
 */
export class HeldStream implements TextStream {
  readonly #stream: NodeJS.WriteStream;
  #held: string | undefined;
  #since = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  get isTTY(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number {
    return this.#stream.columns ?? 80;
  }

  write(text: string): void {
    if (this.#held === undefined) this.#stream.write(text);
    else this.#held += text;
  }

  /** From now on what is written is held back. */
  hold(): void {
    this.#held ??= '';
    this.#since = performance.now();
  }

  /** For how many milliseconds it has held back; 0 while it does not. */
  get heldFor(): number {
    return this.#held === undefined ? 0 : performance.now() - this.#since;
  }

  /** Writes what was held back; from now on all is written at once. */
  letGo(): void {
    if (this.#held) this.#stream.write(this.#held);
    this.#held = undefined;
  }
}
