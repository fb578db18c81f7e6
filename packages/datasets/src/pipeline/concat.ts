import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** The elements of one stage after those of another. */
export class ConcatStage<T> implements Stage<T> {
  readonly name = 'concat';
  readonly sources: readonly Stage<T>[];
  readonly length: number | null;

  constructor(sources: readonly Stage<T>[]) {
    this.sources = sources;
    this.length = sources.reduce<number | null>(
      (sum, { length }) => (sum === null || length === null ? null : sum + length),
      0,
    );
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const place = fields<{ which: number; source: Json }>(state);
    const { sources } = this;
    let which = place?.which ?? 0;
    let current = sources[which]!.open(pass, place?.source);
    return {
      async next() {
        for (;;) {
          const next = await current.next();
          if (!next.done) return next;
          if (which + 1 >= sources.length) return done;
          await current.close();
          current = sources[++which]!.open(pass);
        }
      },
      state: () => ({ which, source: current.state() }),
      close: () => current.close(),
    };
  }
}
