import { done, fields, type Json, lengthThrough, type Stage, type StageIterator } from './stage';

/** A pass without its first elements. */
export class SkipStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly at?: (index: number) => T | Promise<T>;
  readonly #count: number;

  constructor(source: Stage<T>, count: number) {
    this.name = `skip(${count})`;
    this.sources = [source];
    this.length = lengthThrough(source.length, (length) => Math.max(0, length - count));
    if (source.at !== undefined) this.at = (index) => source.at!(index + count);
    this.#count = count;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const place = fields<{ skipped: number; source: Json }>(state);
    const source = this.sources[0].open(pass, place?.source);
    const count = this.#count;
    let skipped = place?.skipped ?? 0;
    return {
      async next() {
        for (; skipped < count; skipped++) if ((await source.next()).done) return done;
        return source.next();
      },
      state: () => ({ skipped, source: source.state() }),
      close: () => source.close(),
    };
  }
}
