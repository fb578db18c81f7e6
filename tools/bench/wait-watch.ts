/** Passes batches on, and counts how long whoever takes them waits for each, and how long they work between two. */
export class WaitWatch<Batch> implements AsyncIterable<Batch> {
  /** Milliseconds waited for batches, and worked on them. */
  waited = 0;
  computed = 0;
  /** Resident memory of the process in MiB, now and then. */
  readonly resident: number[] = [];
  readonly size: number | null;
  readonly #batches: AsyncIterable<Batch>;

  constructor(batches: AsyncIterable<Batch> & { size: number | null }) {
    this.#batches = batches;
    this.size = batches.size;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Batch> {
    let count = 0;
    let asked = performance.now();
    for await (const batch of this.#batches) {
      const given = performance.now();
      this.waited += given - asked;
      if (count++ % 32 === 0) this.resident.push(process.memoryUsage().rss / 2 ** 20);
      yield batch;
      asked = performance.now();
      this.computed += asked - given;
    }
  }
}
