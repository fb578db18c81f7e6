import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** Elements of several stages side by side, as lists, until the first of them ends. */
export class ZipStage<T extends readonly unknown[]> implements Stage<T> {
  readonly name = 'zip';
  readonly sources: readonly Stage<unknown>[];
  readonly length: number | null;

  constructor(sources: readonly Stage<unknown>[]) {
    this.sources = sources;
    const lengths = sources.map(({ length }) => length);
    this.length = lengths.includes(null) ? null : Math.min(...(lengths as number[]));
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const places = fields<Json[]>(state);
    const iterators = this.sources.map((source, index) => source.open(pass, places?.[index]));
    let ended = false;
    return {
      async next() {
        const elements: unknown[] = [];
        for (const iterator of ended ? [] : iterators) {
          const next = await iterator.next();
          if (next.done) ended = true;
          if (ended) return done;
          elements.push(next.value);
        }
        return ended ? done : { done: false, value: elements as unknown as T };
      },
      state: () => iterators.map((iterator) => iterator.state()),
      close: async () => {
        await Promise.all(iterators.map((iterator) => iterator.close()));
      },
    };
  }
}
