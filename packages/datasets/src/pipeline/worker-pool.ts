import { inWords, TenlabError } from '@tenlab/core';
import { nodeModule } from '../platform/node-modules';
import { workerText } from './worker-text';

type Worker = import('node:worker_threads').Worker;

/** A function that worker threads can load: exported by a module, or written out as text. */
export type WorkerFunction =
  | {
      /** The module's address, as `import.meta.resolve` or `new URL('./x.js', import.meta.url)` gives it. Plain JavaScript. */
      module: string | URL;
      /** The function's name in it. Default: `default`. */
      name?: string;
    }
  | {
      /** The text of a function that needs nothing around it, such as `(x) => x * 2`. */
      source: string;
    };

interface Told {
  name: string;
  message: string;
  stack?: string;
}

type Answer = { failed: Told } | { id: number; value?: unknown; error?: Told };

interface Task {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Threads that all have one function. Elements go to a thread as soon as they come, several at a time: this thread may be busy with a step of
 * training when a result arrives, and no other should wait for it. Node only.
 */
export class WorkerPool {
  readonly #workers: Worker[];
  /** What each thread has yet to answer, by number. */
  readonly #tasks = new Map<Worker, Map<number, Task>>();
  readonly #what: string;
  #next = 0;
  #failure: unknown;

  constructor(work: WorkerFunction, count: number) {
    this.#what = 'source' in work ? 'the source given' : `'${work.name ?? 'default'}' of ${work.module}`;
    const workerData = 'source' in work ? work : { module: addressOf(work.module), name: work.name ?? 'default' };
    const { Worker } = nodeModule('worker_threads');
    this.#workers = Array.from({ length: count }, () => {
      const worker = new Worker(workerText, { eval: true, workerData });
      this.#tasks.set(worker, new Map());
      worker.on('message', (answer: Answer) => this.#answer(worker, answer));
      worker.on('error', (error) => this.#fail(this.#died(error)));
      worker.on('exit', (code) => this.#fail(this.#died(new Error(`it exited with code ${code}`))));
      // Threads that wait for work do not keep the process alive; those that work do.
      worker.unref();
      return worker;
    });
  }

  /** Has the function called with an element. Throws what it throws, and what went wrong with its threads. */
  run(element: unknown, place: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return void reject(this.#failure);
      const id = this.#next++;
      const worker = this.#leastBusy();
      try {
        worker.postMessage({ id, element, place });
      } catch (error) {
        return void reject(cannotSend(id, error));
      }
      this.#tasks.get(worker)!.set(id, { resolve, reject });
      worker.ref();
    });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#failure ??= new Error('closed');
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #leastBusy(): Worker {
    return this.#workers.reduce((best, worker) =>
      this.#tasks.get(worker)!.size < this.#tasks.get(best)!.size ? worker : best,
    );
  }

  #answer(worker: Worker, answer: Answer): void {
    if ('failed' in answer) {
      this.#fail(this.#notLoaded(answer.failed));
      return;
    }
    const tasks = this.#tasks.get(worker)!;
    const task = tasks.get(answer.id);
    tasks.delete(answer.id);
    if (tasks.size === 0) worker.unref();
    if (answer.error === undefined) task?.resolve(answer.value);
    else task?.reject(this.#threw(answer.id, answer.error));
  }

  #fail(error: unknown): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    for (const [worker, tasks] of this.#tasks) {
      for (const task of tasks.values()) task.reject(error);
      tasks.clear();
      worker.unref();
    }
  }

  #notLoaded({ message }: Told): TenlabError {
    return new TenlabError({
      code: 'worker-function',
      place: 'Dataset.parallelMap',
      expected: `${this.#what} to be a function that a thread can load`,
      received: inWords(message),
      remedy:
        'Export the function from a module of plain JavaScript and pass its address, or pass `source`, the text of a function that needs nothing around it.',
    });
  }

  #threw(index: number, { name, message, stack }: Told): TenlabError {
    const cause = Object.assign(new Error(message), { name, stack });
    return new TenlabError({
      code: 'worker-function',
      place: 'Dataset.parallelMap',
      expected: `${this.#what} to return a result that can be sent between threads`,
      received: inWords(`${name}: ${message}, for the ${index + 1}th element it was given`),
      remedy: 'See `cause` for where it happened.',
      cause,
    });
  }

  #died(error: Error): TenlabError {
    return new TenlabError({
      code: 'worker-died',
      place: 'Dataset.parallelMap',
      expected: `a thread with ${this.#what} to live`,
      received: inWords(error.message),
      remedy: 'Look for `process.exit` in it, or give it less memory to hold.',
      cause: error,
    });
  }
}

/** A path is a file's; an address stays. */
function addressOf(module: string | URL): string {
  const text = String(module);
  return /^[a-z][a-z+.-]+:/i.test(text) ? text : nodeModule('url').pathToFileURL(text).href;
}

function cannotSend(index: number, error: unknown): TenlabError {
  return new TenlabError({
    code: 'worker-function',
    place: 'Dataset.parallelMap',
    expected: 'elements that can be sent between threads',
    received: inWords(`${error instanceof Error ? error.message : error}, for the ${index + 1}th element`),
    remedy:
      'Send numbers, texts, typed arrays, and lists and records of them; functions and tensors stay in their thread.',
    cause: error,
  });
}
