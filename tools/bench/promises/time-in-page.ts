import { type TimedTraining, timeTraining } from './time-training';

/** Times training in a worker, which loads this same module. */
export default async function timeInPage(): Promise<TimedTraining> {
  const worker = new Worker(['', 'entry.js'].join('/'), { type: 'module' });
  try {
    return await new Promise<TimedTraining>((resolve, reject) => {
      worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data));
      worker.onerror = (event) => reject(new Error(event.message));
    });
  } finally {
    worker.terminate();
  }
}

if (typeof window === 'undefined') {
  timeTraining().then(
    (times) => postMessage(times),
    (error: unknown) => postMessage({ error: error instanceof Error ? error.stack : String(error) }),
  );
}
