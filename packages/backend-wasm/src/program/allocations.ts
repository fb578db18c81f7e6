/**
 * Every block that is allocated now, by address; a block that is freed and its address given out again is another block.
 * A recording asks it which block an address lies in.
 */
export class Allocations {
  readonly #blocks = new Map<number, Block>();
  #next = 1;

  /** A block was given out. */
  add(address: number, bytes: number): void {
    this.#blocks.set(address, { id: this.#next++, address, bytes });
  }

  /** A block was given back. */
  remove(address: number): void {
    this.#blocks.delete(address);
  }

  /** The block that an address lies in, at its start or inside. */
  find(address: number): Block | undefined {
    const block = this.#blocks.get(address);
    if (block) return block;
    for (const candidate of this.#blocks.values()) {
      if (address > candidate.address && address < candidate.address + candidate.bytes) return candidate;
    }
    return undefined;
  }
}

/** A piece of the memory, from its allocation to its release. */
export interface Block {
  readonly id: number;
  readonly address: number;
  readonly bytes: number;
}

let made = 0;

/** A block for a value that no recording has, of a program that computes something in another way. */
export function newBlock(bytes: number): Block {
  return { id: --made, address: 0, bytes };
}
