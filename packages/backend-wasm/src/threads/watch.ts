import { BackendError } from '../errors';
import { control } from './layout';

/** Milliseconds between looks at the other threads while one is waited for. */
const lookEvery = 500;
/** Milliseconds one instruction may take; the longest of ours takes seconds. */
const patience = 120_000;

/** What the calling thread's kernels import: the memory, and how to sleep and wake on a word of it. */
export interface ThreadImports {
  [name: string]: WebAssembly.ImportValue;
}

/**
 * The imports of thread 0. It sleeps like the workers do, but looks at them meanwhile: one that has died is an error here,
 * not an endless wait. `controlAddress` is asked for once there is something to wait for.
 */
export function watchfulImports(memory: WebAssembly.Memory, controlAddress: () => number): ThreadImports {
  const words = new Int32Array(memory.buffer);
  let waitedFor = -1;
  let since = 0;
  return {
    memory,
    wake: (address: number) => void Atomics.notify(words, address >> 2),
    sleep: (address: number, value: number) => {
      const failed = Atomics.load(words, (controlAddress() >> 2) + control.failed);
      if (failed !== 0) throw workerDied(`thread ${failed} stopped with an error`);
      if (value !== waitedFor) {
        waitedFor = value;
        since = Date.now();
      } else if (Date.now() - since > patience) {
        throw workerDied(`no answer from the other threads for ${patience / 1000} seconds`);
      }
      Atomics.wait(words, address >> 2, value, lookEvery);
    },
  };
}

function workerDied(received: string): BackendError {
  return new BackendError({
    code: 'worker-died',
    place: 'wasm backend',
    expected: 'all worker threads to finish their share',
    received,
    remedy:
      'Start the program again; with TENLAB_THREADS=1 it runs without workers. If it happens again, report it with the step that ran.',
  });
}
