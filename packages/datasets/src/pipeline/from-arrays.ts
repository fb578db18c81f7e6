import { TenlabError } from '@tenlab/core';
import { type ArrayLike1, elementAt, lengthOf } from '../elements/element-at';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** Elements of arrays, one along the first axis after the other; readable in any order. */
export class ArraysStage<T> implements Stage<T> {
  readonly name: string;
  readonly length: number;
  readonly sources = [];
  readonly at: (index: number) => T;

  /** Throws when the arrays are not all of one length, or there is nothing in them. */
  constructor(parts: readonly ArrayLike1[]) {
    const [first, ...others] = parts.map(lengthOf);
    this.length = first ?? 0;
    if (others.some((length) => length !== this.length)) {
      throw new TenlabError({
        code: 'invalid-data',
        place: 'Dataset.fromArrays',
        expected: 'arrays of one length along their first axis',
        received: [first, ...others],
        remedy: 'Give each example its label.',
      });
    }
    this.name = `arrays(${this.length})`;
    const at = (index: number): unknown =>
      parts.length === 1 ? elementAt(parts[0]!, index) : parts.map((part) => elementAt(part, index));
    this.at = at as (index: number) => T;
  }

  open(_pass: number, state?: Json): StageIterator<T> {
    return new IndexIterator(this, fields<number>(state) ?? 0);
  }
}

/** Walks over a stage that can be read in any order. Its state is the place. */
export class IndexIterator<T> implements StageIterator<T> {
  readonly #stage: { length: number; at(index: number): T | Promise<T> };
  #index: number;

  constructor(stage: { length: number; at(index: number): T | Promise<T> }, index: number) {
    this.#stage = stage;
    this.#index = index;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#index >= this.#stage.length) return done;
    // Counted only once it is there: an element that fails may be asked for again.
    const value = await this.#stage.at(this.#index);
    this.#index++;
    return { done: false, value };
  }

  state(): Json {
    return this.#index;
  }

  async close(): Promise<void> {}
}
