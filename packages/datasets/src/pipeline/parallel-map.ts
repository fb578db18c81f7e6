import { TenlabError } from '@tenlab/core';
import { nodeModule, runsInNode } from '../platform/node-modules';
import { LookAhead } from './look-ahead';
import type { Json, Stage, StageIterator } from './stage';
import { type WorkerFunction, WorkerPool } from './worker-pool';

export interface ParallelMapOptions {
  /** Threads. Default: one less than there are cores, at least one. */
  workers?: number;
  /** Elements that may be ahead of the one asked for: as many as the threads can do while this one computes. Default: 32 for each thread. */
  ahead?: number;
}

/** Milliseconds after which threads that no pass uses are ended: long enough to last from one epoch to the next. */
const keepFor = 2_000;

/** Each element made into another by worker threads; the order stays. Node only. */
export class ParallelMapStage<T, U> implements Stage<U> {
  readonly name = 'parallelMap';
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #work: WorkerFunction;
  readonly #workers: number;
  readonly #ahead: number;
  #pool: WorkerPool | undefined;
  #users = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Throws in a browser. */
  constructor(source: Stage<T>, work: WorkerFunction, options: ParallelMapOptions) {
    if (!runsInNode()) {
      throw new TenlabError({
        code: 'needs-node',
        place: 'Dataset.parallelMap',
        expected: 'Node, which has worker threads for it',
        received: globalThis.navigator?.userAgent,
        remedy: 'Use `map` in a browser.',
      });
    }
    const { workers = Math.max(1, nodeModule('os').availableParallelism() - 1), ahead = 32 * workers } = options;
    this.sources = [source];
    this.length = source.length;
    this.#work = work;
    this.#workers = workers;
    this.#ahead = ahead;
  }

  open(pass: number, state?: Json): StageIterator<U> {
    const pool = this.#use();
    let released = false;
    const release = async () => {
      if (!released) this.#release(pool);
      released = true;
    };
    const iterator = new LookAhead<T, U>(
      (place) => this.sources[0].open(pass, place),
      state,
      this.#ahead,
      (element, index) => pool.run(element, { index, pass }) as Promise<U>,
      release,
    );
    return {
      next: async () => {
        try {
          const next = await iterator.next();
          if (next.done) await release();
          return next;
        } catch (error) {
          // Threads that failed once are not used again.
          if (this.#pool === pool) this.#pool = undefined;
          await pool.close();
          throw error;
        }
      },
      state: () => iterator.state(),
      close: () => iterator.close(),
    };
  }

  #use(): WorkerPool {
    clearTimeout(this.#timer);
    this.#pool ??= new WorkerPool(this.#work, this.#workers);
    this.#users++;
    return this.#pool;
  }

  #release(pool: WorkerPool): void {
    this.#users--;
    if (this.#users > 0) return;
    this.#timer = setTimeout(() => {
      if (this.#pool === pool) this.#pool = undefined;
      void pool.close();
    }, keepFor);
    this.#timer.unref();
  }
}
