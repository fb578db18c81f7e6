import { type Batched, stack } from '../elements/stack';
import { done, type Json, lengthThrough, type Stage, type StageIterator } from './stage';

/** So many elements stacked into one. */
export class BatchStage<T> implements Stage<Batched<T>> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #size: number;
  readonly #dropRemainder: boolean;

  constructor(source: Stage<T>, size: number, dropRemainder: boolean) {
    this.name = `batch(${size}${dropRemainder ? ', whole ones' : ''})`;
    this.sources = [source];
    this.length = lengthThrough(source.length, (length) => (dropRemainder ? Math.floor : Math.ceil)(length / size));
    this.#size = size;
    this.#dropRemainder = dropRemainder;
  }

  open(pass: number, state?: Json): StageIterator<Batched<T>> {
    const source = this.sources[0].open(pass, state);
    const [size, dropRemainder] = [this.#size, this.#dropRemainder];
    return {
      async next() {
        const elements: T[] = [];
        while (elements.length < size) {
          const next = await source.next();
          if (next.done) break;
          elements.push(next.value);
        }
        if (elements.length === 0 || (dropRemainder && elements.length < size)) return done;
        return { done: false, value: stack(elements) };
      },
      state: () => source.state(),
      close: () => source.close(),
    };
  }
}
