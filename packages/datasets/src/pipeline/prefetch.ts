import { LookAhead } from './look-ahead';
import type { Json, Stage, StageIterator } from './stage';

/** The same elements, some of them taken before they are asked for. */
export class PrefetchStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #count: number;

  constructor(source: Stage<T>, count: number) {
    this.name = `prefetch(${count})`;
    this.sources = [source];
    this.length = source.length;
    this.#count = count;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    return new LookAhead<T, T>(
      (place) => this.sources[0].open(pass, place),
      state,
      this.#count,
      (element) => element,
    );
  }
}
