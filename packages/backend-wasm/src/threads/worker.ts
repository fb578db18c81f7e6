/** What a worker is given: the compiled kernels, the memory, and its place among the threads. */
export interface WorkerStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
  readonly control: number;
  readonly scratch: number;
}

/**
 * A worker's whole program. It is sent as text, since a file's place is unknown once a bundler has been at work,
 * so it must not reach outside itself. It says it is ready, then stays inside `work` until told to go.
 */
export function workerMain(start: WorkerStart, ready: () => void, failed: (reason: string) => void): void {
  try {
    const instance = new WebAssembly.Instance(start.module, { env: { memory: start.memory } });
    const { setScratch, work } = instance.exports as unknown as {
      setScratch(address: number): void;
      work(thread: number, control: number, started: number): void;
    };
    setScratch(start.scratch);
    ready();
    work(start.thread, start.control, 0);
  } catch (error) {
    failed(String(error));
  }
}

/** The text of a Node worker. */
export const nodeWorkerText = `
const { parentPort, workerData } = require('node:worker_threads');
(${workerMain.toString()})(workerData, () => parentPort.postMessage('ready'), (reason) => parentPort.postMessage(reason));
`;

/** The text of a browser worker. */
export const browserWorkerText = `
onmessage = ({ data }) => (${workerMain.toString()})(data, () => postMessage('ready'), (reason) => postMessage(reason));
`;
