import { IndexIterator } from './from-arrays';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** The elements with certain numbers. In any order where the source can be read so; else only in the order they have. */
export class SelectStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number;
  readonly at?: (index: number) => T | Promise<T>;
  readonly #numbers: Int32Array;

  constructor(source: Stage<T>, numbers: Int32Array) {
    this.name = `select(${numbers.length})`;
    this.sources = [source];
    this.length = numbers.length;
    this.#numbers = source.at === undefined ? numbers.slice().sort() : numbers;
    if (source.at !== undefined) this.at = (index) => source.at!(this.#numbers[index]!);
  }

  open(pass: number, state?: Json): StageIterator<T> {
    if (this.at !== undefined) {
      return new IndexIterator({ length: this.length, at: this.at }, fields<number>(state) ?? 0);
    }
    const place = fields<{ given: number; read: number; source: Json }>(state);
    const source = this.sources[0].open(pass, place?.source);
    const numbers = this.#numbers;
    let [given, read] = [place?.given ?? 0, place?.read ?? 0];
    return {
      async next() {
        while (given < numbers.length) {
          const next = await source.next();
          if (next.done) break;
          if (read++ === numbers[given]) {
            given++;
            return next;
          }
        }
        return done;
      },
      state: () => ({ given, read, source: source.state() }),
      close: () => source.close(),
    };
  }
}
