import { control } from './layout';

/** What a worker is given: the compiled kernels, the memory, and its place among the threads. */
export interface WorkerStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
  readonly control: number;
  readonly scratch: number;
}

/**
 * A worker's whole program, `workerMain(start, ready, failed)`. It says it is ready, then stays inside `work` until told
 * to go. When it fails, it leaves its number in the control block and wakes whoever waits for it.
 *
 * It is text, not a file, since a file's place is unknown once a bundler has been at work; and text, not a function's
 * `toString()`, since bundlers put calls of their own helpers into functions.
 */
const workerMain = `
function workerMain(start, ready, failed) {
  const words = new Int32Array(start.memory.buffer);
  try {
    const env = {
      memory: start.memory,
      sleep: (address, value) => void Atomics.wait(words, address >> 2, value),
      wake: (address) => void Atomics.notify(words, address >> 2),
    };
    const { setScratch, work } = new WebAssembly.Instance(start.module, { env }).exports;
    setScratch(start.scratch);
    ready();
    work(start.thread, start.control, 0);
  } catch (error) {
    Atomics.store(words, (start.control >> 2) + ${control.failed}, start.thread);
    Atomics.notify(words, (start.control >> 2) + ${control.opened});
    failed(String(error));
  }
}
`;

/** The text of a Node worker. */
export const nodeWorkerText = `${workerMain}
const { parentPort, workerData } = require('node:worker_threads');
workerMain(workerData, () => parentPort.postMessage('ready'), (reason) => parentPort.postMessage(reason));
`;

/** The text of a browser worker. */
export const browserWorkerText = `${workerMain}
onmessage = ({ data }) => workerMain(data, () => postMessage('ready'), (reason) => postMessage(reason));
`;
