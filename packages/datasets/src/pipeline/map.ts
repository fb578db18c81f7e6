import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** What a function of `map` is told of its element besides the element. */
export interface ElementPlace {
  /** The element's number in this pass, from 0. */
  index: number;
  /** The number of the pass over the data, from 0. */
  pass: number;
}

/** Each element made into another. */
export class MapStage<T, U> implements Stage<U> {
  readonly name = 'map';
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #change: (element: T, place: ElementPlace) => U | Promise<U>;

  constructor(source: Stage<T>, change: (element: T, place: ElementPlace) => U | Promise<U>) {
    this.sources = [source];
    this.length = source.length;
    this.#change = change;
  }

  open(pass: number, state?: Json): StageIterator<U> {
    const place = fields<{ index: number; source: Json }>(state);
    return new MapIterator(this.sources[0].open(pass, place?.source), this.#change, pass, place?.index ?? 0);
  }
}

class MapIterator<T, U> implements StageIterator<U> {
  readonly #source: StageIterator<T>;
  readonly #change: (element: T, place: ElementPlace) => U | Promise<U>;
  readonly #pass: number;
  #index: number;

  constructor(
    source: StageIterator<T>,
    change: (element: T, place: ElementPlace) => U | Promise<U>,
    pass: number,
    index: number,
  ) {
    this.#source = source;
    this.#change = change;
    this.#pass = pass;
    this.#index = index;
  }

  async next(): Promise<IteratorResult<U, undefined>> {
    const next = await this.#source.next();
    if (next.done) return done;
    return { done: false, value: await this.#change(next.value, { index: this.#index++, pass: this.#pass }) };
  }

  state(): Json {
    return { index: this.#index, source: this.#source.state() };
  }

  close(): Promise<void> {
    return this.#source.close();
  }
}
