import { BackendError } from '../errors';
import { control } from './layout';
import type { PoolWorker } from './pool';

/**
 * How thread 0 waits, in milliseconds: how long it sleeps between looks at the others, and for how long all looks
 * together it waits at one barrier. Thread 0 has done its own share by then, so a worker is this much slower than it:
 * stuck, not slow. Tests set other values.
 */
export const waiting = { lookEvery: 500, patience: 120_000 };

/** What the calling thread's kernels import: the memory, and how to sleep and wake on a word of it. */
export interface ThreadImports {
  [name: string]: WebAssembly.ImportValue;
}

/**
 * Looks after the workers for thread 0. While thread 0 waits nothing else runs in its JavaScript, no event of a worker
 * either, so it sleeps for a while at a time and looks: a worker that has died, or does not come for minutes, is an error
 * here, not an endless wait. After that the threads stand at different barriers, and every later program is refused.
 */
export class Watch {
  readonly imports: ThreadImports;
  readonly #words: Int32Array;
  readonly #controlAddress: () => number;
  readonly #workers: readonly PoolWorker[];
  #broken: string | undefined;
  /** The word that is waited for, and how many times in a row the wait timed out. */
  #waitedFor = -1;
  #looks = 0;

  /** `controlAddress` is asked for once there is something to wait for; `workers` may fill later: thread 1 is the first. */
  constructor(memory: WebAssembly.Memory, controlAddress: () => number, workers: readonly PoolWorker[]) {
    this.#words = new Int32Array(memory.buffer);
    this.#controlAddress = controlAddress;
    this.#workers = workers;
    this.imports = {
      memory,
      wake: (address: number) => void Atomics.notify(this.#words, address >> 2),
      sleep: (address: number, value: number) => this.#sleep(address, value),
      // This thread has every generated function from the moment it is made.
      link: () => {},
    };
  }

  /** Whether programs on all threads are refused from now on. */
  get broken(): boolean {
    return this.#broken !== undefined;
  }

  /** Notes why the threads cannot work together any more; the first cause counts. */
  note(cause: string): void {
    this.#broken ??= cause;
  }

  /** Throws when the threads cannot work together any more. */
  expectWhole(): void {
    if (this.#broken !== undefined) throw threadsFailed(this.#broken);
  }

  #sleep(address: number, value: number): void {
    const failed = Atomics.load(this.#words, (this.#controlAddress() >> 2) + control.failed);
    if (failed !== 0) this.#fail(`thread ${failed} stopped: ${this.#workers[failed - 1]?.ended() ?? 'an error in it'}`);
    if (value !== this.#waitedFor) {
      this.#waitedFor = value;
      this.#looks = 0;
    }
    // Looks are counted rather than a clock read: a clock also goes on while the machine, or the process, is asleep.
    if (this.#looks > 0) this.#look();
    if (Atomics.wait(this.#words, address >> 2, value, waiting.lookEvery) === 'timed-out') this.#looks++;
  }

  #look(): void {
    for (const [index, worker] of this.#workers.entries()) {
      const cause = worker.ended();
      if (cause !== undefined) this.#fail(`thread ${index + 1} stopped: ${cause}`);
    }
    const waited = this.#looks * waiting.lookEvery;
    if (waited >= waiting.patience) this.#fail(`no answer from them for ${waited / 1000} seconds`);
  }

  #fail(cause: string): never {
    this.note(cause);
    throw threadsFailed(cause);
  }
}

function threadsFailed(received: string): BackendError {
  return new BackendError({
    code: 'worker-died',
    place: 'wasm backend',
    expected: 'all worker threads to finish their share',
    received,
    remedy:
      'Start the program again; with TENLAB_THREADS=1 it runs without workers. If it happens again, report it with the step that ran.',
  });
}
