import { BackendError } from '../errors';
import { isNode } from '../features/threads';
import { browserWorkerText, causeBytes, nodeWorkerText, readCause, type WorkerStart } from './worker';

/** A started worker and the way to end it. */
export interface PoolWorker {
  /**
   * Why it has ended, as far as one can tell; nothing while it lives. It can be asked while the event loop stands still,
   * which only Node gives an answer to: a browser ends no worker on its own.
   */
  ended(): string | undefined;
  terminate(): Promise<void>;
}

/**
 * Starts one worker and waits until it is inside its loop. A worker never keeps the process alive. `onEnd` is called, from
 * the event loop, when it ends before it is terminated.
 */
export async function startWorker(start: WorkerStart, onEnd: (cause: string) => void): Promise<PoolWorker> {
  return isNode() ? startNodeWorker(start, onEnd) : startBrowserWorker(start, onEnd);
}

const endedFromOutside = 'it was ended from outside';

async function startNodeWorker(start: WorkerStart, onEnd: (cause: string) => void): Promise<PoolWorker> {
  const { MessageChannel, Worker } = await import('node:worker_threads');
  // The worker holds the other end. When it is gone, so is that end.
  const { port1: lifeline, port2: other } = new MessageChannel();
  const cause = new SharedArrayBuffer(causeBytes);
  // An empty execArgv: the parent's loaders and test flags are nothing to a worker that only runs WASM.
  const worker = new Worker(nodeWorkerText, {
    eval: true,
    workerData: { start, cause, lifeline: other },
    transferList: [other],
    execArgv: [],
    stdout: false,
    stderr: false,
  });
  let ended: string | undefined;
  const end = (why: string) => {
    ended ??= readCause(cause) ?? why;
    onEnd(ended);
  };
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: unknown) => (message === 'ready' ? resolve() : reject(startFailed(message))));
    worker.on('error', (error) => {
      end(String(error));
      reject(startFailed(error));
    });
    worker.once('exit', () => {
      end(endedFromOutside);
      reject(startFailed(ended));
    });
  });
  lifeline.unref();
  worker.unref();
  return {
    ended: () => {
      // Not documented, but so in Node 20, 22 and 24: `false` where the other end is gone.
      if ((lifeline.postMessage(null) as unknown) === false) ended ??= readCause(cause) ?? endedFromOutside;
      return ended ?? readCause(cause);
    },
    terminate: async () => {
      await worker.terminate();
      lifeline.close();
    },
  };
}

async function startBrowserWorker(start: WorkerStart, onEnd: (cause: string) => void): Promise<PoolWorker> {
  const url = URL.createObjectURL(new Blob([browserWorkerText], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const cause = new SharedArrayBuffer(causeBytes);
  try {
    await new Promise<void>((resolve, reject) => {
      const end = (why: unknown) => {
        onEnd(String(why));
        reject(startFailed(why));
      };
      worker.onmessage = ({ data }) => (data === 'ready' ? resolve() : end(data));
      worker.onerror = ({ message }) => end(message ?? 'the browser refuses workers made of text (blob:)');
      worker.postMessage({ start, cause });
    });
  } finally {
    URL.revokeObjectURL(url);
  }
  return { ended: () => readCause(cause), terminate: async () => worker.terminate() };
}

function startFailed(cause: unknown): BackendError {
  return new BackendError({
    code: 'worker-failed',
    place: 'wasm backend',
    expected: 'each worker thread must start',
    received: String(cause),
    remedy: 'Set threads to 1 (TENLAB_THREADS=1) to run without workers.',
    cause,
  });
}
