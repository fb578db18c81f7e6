import { startWasm, type WasmReport } from '../index';
import { type Training, trainPlainProgram } from './plain-program';

/** Where the page's training runs. */
export type Place = 'page' | 'worker';

export interface PageReport {
  readonly started: WasmReport;
  readonly training: Training;
}

async function train(): Promise<PageReport> {
  const started = await startWasm();
  return { started, training: await trainPlainProgram() };
}

/** Trains on the page's main thread, or in a worker, which loads this same module. */
export default async function trainInPage(place: Place): Promise<PageReport> {
  if (place === 'page') return train();
  const worker = new Worker(['', 'entry.js'].join('/'), { type: 'module' });
  try {
    return await new Promise<PageReport>((resolve, reject) => {
      worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data));
      worker.onerror = (event) => reject(new Error(event.message));
    });
  } finally {
    worker.terminate();
  }
}

if (typeof window === 'undefined') {
  train().then(
    (report) => postMessage(report),
    (error: unknown) => postMessage({ error: String(error) }),
  );
}
