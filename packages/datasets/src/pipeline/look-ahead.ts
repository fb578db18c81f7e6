import { done, fields, type Json, type StageIterator } from './stage';

/** Works on an element; `index` is its number in the pass. */
export type Work<T, U> = (element: T, index: number) => U | Promise<U>;

interface Ahead<U> {
  result: Promise<IteratorResult<U, undefined>>;
  /** The place of the source right behind this element, once it has been taken. */
  after: Json;
}

/**
 * Takes elements before they are asked for and works on several at a time; they are given in their order. The place that it tells is that of
 * the last element given, whatever has been taken beyond.
 */
export class LookAhead<T, U> implements StageIterator<U> {
  readonly #source: StageIterator<T>;
  readonly #depth: number;
  readonly #work: Work<T, U>;
  readonly #release: () => Promise<void>;
  readonly #queue: Ahead<U>[] = [];
  /** The source is asked for one element at a time. */
  #asked: Promise<unknown> = Promise.resolve();
  #ended = false;
  #index: number;
  #given: number;
  #place: Json;

  /** `open` opens the source at a place; `depth` is how many elements may be ahead; `release` is called at the end. */
  constructor(
    open: (place?: Json) => StageIterator<T>,
    state: Json | undefined,
    depth: number,
    work: Work<T, U>,
    release: () => Promise<void> = async () => {},
  ) {
    const saved = fields<{ index: number; source: Json }>(state);
    this.#source = open(saved?.source);
    this.#depth = depth;
    this.#work = work;
    this.#release = release;
    this.#index = saved?.index ?? 0;
    this.#given = this.#index;
    this.#place = this.#source.state();
  }

  async next(): Promise<IteratorResult<U, undefined>> {
    this.#fill();
    const ahead = this.#queue.shift();
    if (ahead === undefined) return done;
    const next = await ahead.result;
    if (next.done) return done;
    this.#place = ahead.after;
    this.#given++;
    this.#fill();
    return next;
  }

  state(): Json {
    return { index: this.#given, source: this.#place };
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#asked;
    await Promise.allSettled(this.#queue.map(({ result }) => result));
    await this.#source.close();
    await this.#release();
  }

  #fill(): void {
    while (!this.#ended && this.#queue.length < this.#depth) {
      const ahead: Ahead<U> = { result: Promise.resolve(done), after: null };
      const taken = this.#asked.then(() => this.#take(ahead));
      // An error is told to whoever comes to this element; those behind it do not come.
      this.#asked = taken.catch(() => {
        this.#ended = true;
      });
      ahead.result = taken.then((next) => (next.done ? done : this.#finish(next)));
      ahead.result.catch(() => undefined);
      this.#queue.push(ahead);
    }
  }

  async #take(ahead: Ahead<U>): Promise<{ done: true } | { done: false; value: T; index: number }> {
    if (this.#ended) return { done: true };
    const next = await this.#source.next();
    if (next.done) {
      this.#ended = true;
      return { done: true };
    }
    ahead.after = this.#source.state();
    return { done: false, value: next.value, index: this.#index++ };
  }

  async #finish({ value, index }: { value: T; index: number }): Promise<IteratorResult<U, undefined>> {
    return { done: false, value: await this.#work(value, index) };
  }
}
