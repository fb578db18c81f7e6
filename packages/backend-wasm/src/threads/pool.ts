import { BackendError } from '../errors';
import { isNode } from '../features/threads';
import { browserWorkerText, nodeWorkerText, type WorkerStart } from './worker';

/** A started worker and the way to end it. */
export interface PoolWorker {
  terminate(): Promise<void>;
}

/** Starts one worker and waits until it is inside its loop. A worker never keeps the process alive. */
export async function startWorker(start: WorkerStart): Promise<PoolWorker> {
  return isNode() ? startNodeWorker(start) : startBrowserWorker(start);
}

async function startNodeWorker(start: WorkerStart): Promise<PoolWorker> {
  const { Worker } = await import('node:worker_threads');
  // An empty execArgv: the parent's loaders and test flags are nothing to a worker that only runs WASM.
  const worker = new Worker(nodeWorkerText, {
    eval: true,
    workerData: start,
    execArgv: [],
    stdout: false,
    stderr: false,
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (message: unknown) => (message === 'ready' ? resolve() : reject(startFailed(message))));
    worker.once('error', (error) => reject(startFailed(error)));
  });
  worker.unref();
  return { terminate: async () => void (await worker.terminate()) };
}

async function startBrowserWorker(start: WorkerStart): Promise<PoolWorker> {
  const url = URL.createObjectURL(new Blob([browserWorkerText], { type: 'text/javascript' }));
  const worker = new Worker(url);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }) => (data === 'ready' ? resolve() : reject(startFailed(data)));
      worker.onerror = (event) => reject(startFailed(event.message));
      worker.postMessage(start);
    });
  } finally {
    URL.revokeObjectURL(url);
  }
  return { terminate: async () => worker.terminate() };
}

function startFailed(reason: unknown): BackendError {
  return new BackendError({
    code: 'worker-failed',
    place: 'wasm backend',
    expected: 'each worker thread must start',
    received: String(reason),
    remedy: 'Set threads to 1 (TENLAB_THREADS=1) to run without workers.',
    cause: reason,
  });
}
