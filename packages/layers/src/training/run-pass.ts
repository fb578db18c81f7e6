import { breather } from './breathe';
import type { CallbackList, Hook } from './callback-list';
import type { ResidentData } from './data/resident-data';
import type { Logs } from './logs';
import type { PassStretch } from './pass-steps';

/** Milliseconds after which a run of steps comes back to JavaScript: often enough for a bar, and for Ctrl-C. */
const pause = 30;

/** What one pass over data on the backend needs. */
export interface PassRun {
  data: ResidentData;
  epoch: number;
  /** Steps of this pass that were done before. Default 0. */
  done?: number;
  callbacks: CallbackList;
  begin: Extract<Hook, `${string}BatchBegin`>;
  end: Extract<Hook, `${string}BatchEnd`>;
  /** Steps between calls of the callbacks. */
  stepsPerExecution: number;
  /** Runs the steps from `first` to `last`. The logs it returns are shown to the callbacks. */
  runSteps: (stretch: PassStretch, first: number, last: number) => Logs;
  /** Whether to end early. */
  stop: () => boolean;
}

/**
 * Runs one pass over the data. Callbacks that want to hear of every batch do, as `stepsPerExecution` says; where none does, as
 * many steps run in one go as fit between two breaths. Returns the number of steps.
 */
export async function runPass(pass: PassRun): Promise<number> {
  const { data, epoch, callbacks, begin, end, stepsPerExecution } = pass;
  const { batchSize, samples, steps } = data.batches;
  const whole = Math.floor(samples / batchSize);
  const isWatched = callbacks.watches(begin, end);
  const breathe = breather(pause);
  data.begin(epoch);
  let step = pass.done ?? 0;
  let inOneGo = stepsPerExecution;
  while (step < steps) {
    const first = step;
    await callbacks.callAt(begin, first);
    const started = performance.now();
    const until = Math.min(steps, first + inOneGo);
    let logs: Logs = {};
    // The last batch may be smaller, which is a step of its own.
    for (const last of until > whole && first < whole ? [whole, until] : [until]) {
      const size = step < whole ? batchSize : samples - whole * batchSize;
      logs = pass.runSteps({ size, at: step * batchSize, times: last - step }, step, last - 1);
      step = last;
    }
    await callbacks.callAt(end, isWatched ? first + stepsPerExecution - 1 : step - 1, logs);
    if (pass.stop()) break;
    const wait = breathe();
    if (wait) await wait;
    if (!isWatched) inOneGo = stepsThatFit(step - first, performance.now() - started, stepsPerExecution);
  }
  return step;
}

/** How many steps take as long as the pause; at most four times as many as before, since the first ones are slow or strange. */
function stepsThatFit(count: number, milliseconds: number, atLeast: number): number {
  const fitting = Math.floor((count * pause) / Math.max(milliseconds, 0.01));
  return Math.max(atLeast, Math.min(fitting, count * 4));
}
