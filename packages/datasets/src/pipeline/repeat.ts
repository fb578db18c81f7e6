import { done, fields, type Json, lengthThrough, type Stage, type StageIterator } from './stage';

/** One pass after another as if they were one. Each of them is a pass of its own to what comes before, so that shuffling differs. */
export class RepeatStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #count: number;

  constructor(source: Stage<T>, count: number) {
    this.name = `repeat(${count})`;
    this.sources = [source];
    this.length = lengthThrough(source.length, (length) => (length === 0 ? 0 : length * count));
    this.#count = count;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const place = fields<{ round: number; source: Json }>(state);
    const [source] = this.sources;
    const count = this.#count;
    // An endless repetition has one pass only, and a finite one counts on where the last one ended.
    const first = Number.isFinite(count) ? pass * count : pass;
    let round = place?.round ?? 0;
    let current = source.open(first + round, place?.source);
    return {
      async next() {
        let empty = false;
        while (round < count) {
          const next = await current.next();
          if (!next.done) return next;
          // A pass that gives nothing would be gone over for ever.
          if (empty || round + 1 >= count) return done;
          empty = true;
          await current.close();
          round++;
          current = source.open(first + round);
        }
        return done;
      },
      state: () => ({ round, source: current.state() }),
      close: () => current.close(),
    };
  }
}
