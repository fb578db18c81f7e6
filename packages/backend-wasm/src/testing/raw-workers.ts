import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

/**
 * Calls `use` while Node's `Worker` is one that notes its instances in the list `use` is given, so that a test can do to a
 * worker what a user cannot. `text` replaces a worker's program.
 */
export async function withRawWorkers<T>(
  use: (workers: threads.Worker[]) => Promise<T>,
  text: (given: string) => string = (given) => given,
): Promise<T> {
  const { Worker } = threads;
  const workers: threads.Worker[] = [];
  class NotedWorker extends Worker {
    constructor(given: string | URL, options?: threads.WorkerOptions) {
      super(text(String(given)), options);
      workers.push(this);
    }
  }
  Object.assign(threads, { Worker: NotedWorker });
  syncBuiltinESMExports();
  try {
    return await use(workers);
  } finally {
    Object.assign(threads, { Worker });
    syncBuiltinESMExports();
  }
}
