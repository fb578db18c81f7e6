import { inWords, TenlabError } from '@tenlab/core';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** What a generator is told when it begins. */
export interface GeneratorStart {
  /** The number of this pass over the data, from 0. */
  pass: number;
  /** How many elements of the pass were given before: more than 0 only for one that `seeks`. */
  from: number;
}

export interface FromGeneratorOptions {
  /** Elements of one pass, where that is known. */
  length?: number;
  /** Whether the generator begins at element `from` by itself. Default false: when a place is restored, it begins at 0 and the elements before are passed over. */
  seeks?: boolean;
}

/** Makes the elements of a pass. */
export type MakeElements<T> = (start: GeneratorStart) => Iterable<T> | AsyncIterable<T>;

/** Elements of whatever a function makes anew for each pass. */
export class GeneratorStage<T> implements Stage<T> {
  readonly name: string;
  readonly length: number | null;
  readonly sources = [];
  readonly #make: MakeElements<T>;
  readonly #seeks: boolean;

  constructor(name: string, make: MakeElements<T>, { length, seeks = false }: FromGeneratorOptions = {}) {
    this.name = name;
    this.length = length ?? null;
    this.#make = make;
    this.#seeks = seeks;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const at = fields<number>(state) ?? 0;
    const elements = this.#make({ pass, from: this.#seeks ? at : 0 });
    return new SkippingIterator(this.name, elements, at, this.#seeks ? 0 : at);
  }
}

/** A function that gives the same iterable for each pass, and refuses one that is used up. */
export function again<T>(iterable: Iterable<T> | AsyncIterable<T>): MakeElements<T> {
  let used = false;
  return () => {
    const isIterator = (iterable as { next?: unknown }).next !== undefined;
    if (isIterator && used) {
      throw new TenlabError({
        code: 'used-up',
        place: 'Dataset.fromIterable',
        expected: 'an iterable that can be gone over again',
        received: inWords('a generator that has begun before'),
        remedy: 'Pass the function that makes it to `Dataset.fromGenerator`.',
      });
    }
    used = true;
    return iterable;
  };
}

class SkippingIterator<T> implements StageIterator<T> {
  readonly #name: string;
  readonly #elements: Iterator<T> | AsyncIterator<T>;
  #at: number;
  #skip: number;

  constructor(name: string, elements: Iterable<T> | AsyncIterable<T>, at: number, skip: number) {
    this.#name = name;
    this.#elements = Symbol.asyncIterator in elements ? elements[Symbol.asyncIterator]() : elements[Symbol.iterator]();
    this.#at = at;
    this.#skip = skip;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (; this.#skip > 0; this.#skip--) {
      if ((await this.#elements.next()).done) throw this.#shorter();
    }
    const next = await this.#elements.next();
    if (next.done) return done;
    this.#at++;
    return { done: false, value: next.value };
  }

  state(): Json {
    return this.#at;
  }

  async close(): Promise<void> {
    await this.#elements.return?.();
  }

  #shorter(): TenlabError {
    return new TenlabError({
      code: 'invalid-state',
      place: this.#name,
      expected: `at least ${this.#at} elements, as there were when the place was saved`,
      received: inWords(`${this.#at - this.#skip}`),
      remedy: 'Give the same data as then.',
    });
  }
}
