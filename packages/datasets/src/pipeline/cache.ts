import { inWords, TenlabError } from '@tenlab/core';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** Where elements are kept; a pass that did not come to its end is not kept. */
export interface ElementStore<T> {
  /** How many elements are kept; undefined before a whole pass has been. */
  readonly length: number | undefined;
  /** Opens what is kept. */
  reader(): { read(index: number): Promise<T>; close(): Promise<void> };
  /** Begins to keep a pass. Nothing counts before `finish`. */
  begin(): Promise<{ write(element: T): Promise<void>; finish(): Promise<void>; drop(): Promise<void> }>;
}

/** Keeps elements in memory. */
export class MemoryStore<T> implements ElementStore<T> {
  #elements: T[] | undefined;

  get length(): number | undefined {
    return this.#elements?.length;
  }

  reader() {
    const elements = this.#elements!;
    return { read: async (index: number) => elements[index]!, close: async () => {} };
  }

  async begin() {
    const elements: T[] = [];
    return {
      write: async (element: T) => void elements.push(element),
      finish: async () => {
        this.#elements = elements;
      },
      drop: async () => {},
    };
  }
}

/**
 * The elements of the first whole pass, kept: later passes give them again, in that order, without asking what comes before. TensorFlow:
 * `tf.data.Dataset.cache`.
 */
export class CacheStage<T> implements Stage<T> {
  readonly name = 'cache';
  readonly sources: readonly [Stage<T>];
  readonly #store: ElementStore<T>;

  constructor(source: Stage<T>, store: ElementStore<T>) {
    this.sources = [source];
    this.#store = store;
  }

  get length(): number | null {
    return this.#store.length ?? this.sources[0].length;
  }

  open(_pass: number, state?: Json): StageIterator<T> {
    // A place says only how far one was: without its store, as in a new process, the first pass is gone over again and kept.
    const at = fields<{ at: number }>(state)?.at ?? 0;
    return this.#store.length === undefined ? this.#fill(at) : this.#replay(at);
  }

  #replay(begin: number): StageIterator<T> {
    const store = this.#store;
    const reader = store.reader();
    let at = begin;
    return {
      next: async () => (at < store.length! ? { done: false, value: await reader.read(at++) } : done),
      state: () => ({ at }),
      close: () => reader.close(),
    };
  }

  #fill(begin: number): StageIterator<T> {
    // Always the source's first pass: what is kept must not depend on which pass came to its end first.
    const source = this.sources[0].open(0);
    const store = this.#store;
    let writer: Awaited<ReturnType<ElementStore<T>['begin']>> | undefined;
    let read = 0;
    let at = begin;
    let whole = false;

    async function take(): Promise<IteratorResult<T, undefined>> {
      if (whole) return done;
      writer ??= await store.begin();
      const next = await source.next();
      if (next.done) {
        whole = true;
        await writer.finish();
      } else {
        await writer.write(next.value);
        read++;
      }
      return next;
    }

    return {
      async next() {
        while (read < at) if ((await take()).done) throw shorter(at, read);
        const next = await take();
        if (!next.done) at = read;
        return next;
      },
      state: () => ({ at }),
      close: async () => {
        if (!whole) await writer?.drop();
        await source.close();
      },
    };
  }
}

function shorter(at: number, read: number): TenlabError {
  return new TenlabError({
    code: 'invalid-state',
    place: 'Dataset.cache',
    expected: `at least ${at} elements, as there were when the place was saved`,
    received: inWords(`${read}`),
    remedy: 'Give the same data as then.',
  });
}
