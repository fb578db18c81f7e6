import { done, type Json, type Stage, type StageIterator } from './stage';

/** The elements for which a function says yes. */
export class FilterStage<T> implements Stage<T> {
  readonly name = 'filter';
  readonly sources: readonly [Stage<T>];
  readonly length = null;
  readonly #keep: (element: T) => boolean | Promise<boolean>;

  constructor(source: Stage<T>, keep: (element: T) => boolean | Promise<boolean>) {
    this.sources = [source];
    this.#keep = keep;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const source = this.sources[0].open(pass, state);
    const keep = this.#keep;
    return {
      async next() {
        for (let next = await source.next(); !next.done; next = await source.next()) {
          if (await keep(next.value)) return next;
        }
        return done;
      },
      state: () => source.state(),
      close: () => source.close(),
    };
  }
}
