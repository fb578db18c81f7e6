import { done, fields, type Json, lengthThrough, type Stage, type StageIterator } from './stage';

/** The first elements of a pass. */
export class TakeStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly at?: (index: number) => T | Promise<T>;
  readonly #count: number;

  constructor(source: Stage<T>, count: number) {
    this.name = `take(${count})`;
    this.sources = [source];
    this.length = lengthThrough(source.length, (length) => Math.min(length, count));
    if (source.at !== undefined) this.at = (index) => source.at!(index);
    this.#count = count;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const place = fields<{ taken: number; source: Json }>(state);
    const source = this.sources[0].open(pass, place?.source);
    const count = this.#count;
    let taken = place?.taken ?? 0;
    return {
      async next() {
        if (taken >= count) return done;
        const next = await source.next();
        if (!next.done) taken++;
        return next;
      },
      state: () => ({ taken, source: source.state() }),
      close: () => source.close(),
    };
  }
}
