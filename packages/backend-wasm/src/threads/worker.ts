import { control } from './layout';

/** What a worker is given: the compiled kernels, the memory, and its place among the threads. */
export interface WorkerStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
  readonly control: number;
  readonly scratch: number;
}

/** Where a worker writes why it fails, for a thread 0 that waits gets no messages: its length in the first word, UTF-16 after it. */
export const causeBytes = 1024;

/** Why a worker fails, as far as it has said. */
export function readCause(cause: SharedArrayBuffer): string | undefined {
  const text = new Uint16Array(cause);
  return text[0] ? String.fromCharCode(...text.subarray(1, 1 + text[0])) : undefined;
}

/**
 * A worker's whole program, `workerMain(start, cause, ready, failed)`. It says it is ready, then stays inside `work` until
 * told to go. `link` makes a generated function, and those before it, of the code that `program/generate/functions.ts` left
 * in memory. When it fails, it writes why, leaves its number in the control block and wakes whoever waits for it.
 *
 * It is text, not a file, since a file's place is unknown once a bundler has been at work; and text, not a function's
 * `toString()`, since bundlers put calls of their own helpers into functions.
 */
const workerMain = `
function workerMain(start, cause, ready, failed) {
  const words = new Int32Array(start.memory.buffer);
  try {
    const env = {
      memory: start.memory,
      sleep: (address, value) => void Atomics.wait(words, address >> 2, value),
      wake: (address) => void Atomics.notify(words, address >> 2),
      link: (code) => {
        const { buffer } = start.memory;
        const [before, index, length] = new Int32Array(buffer, code, 3);
        if (index < table.length) return;
        if (before) env.link(before);
        const module = new WebAssembly.Module(new Uint8Array(buffer, code + 12, length).slice());
        const { compute } = new WebAssembly.Instance(module, { env, kernels }).exports;
        table.grow(1);
        table.set(index, compute);
      },
    };
    const kernels = new WebAssembly.Instance(start.module, { env }).exports;
    const { setScratch, table, work } = kernels;
    setScratch(start.scratch);
    ready();
    work(start.thread, start.control, 0);
  } catch (error) {
    const text = new Uint16Array(cause);
    const reason = String(error).slice(0, text.length - 1);
    for (let i = 0; i < reason.length; i++) text[i + 1] = reason.charCodeAt(i);
    text[0] = reason.length;
    Atomics.store(words, (start.control >> 2) + ${control.failed}, start.thread);
    Atomics.notify(words, (start.control >> 2) + ${control.opened});
    failed(reason);
  }
}
`;

/** The text of a Node worker; its `lifeline` is held as long as it lives. */
export const nodeWorkerText = `${workerMain}
const { parentPort, workerData } = require('node:worker_threads');
const post = (message) => parentPort.postMessage(message);
workerMain(workerData.start, workerData.cause, () => post('ready'), post);
`;

/** The text of a browser worker. */
export const browserWorkerText = `${workerMain}
onmessage = ({ data }) => workerMain(data.start, data.cause, () => postMessage('ready'), postMessage);
`;
