import type * as tf from '@tensorflow/tfjs-core';
import type { Tree } from '../graph/tree';
import { breather } from './breathe';
import type { CallbackList, Hook } from './callback-list';
import { disposeBatch } from './data/batches';
import type { StepData, StepLogs } from './data/step-data';
import { type Logs, lazyLogs } from './logs';

/** What one pass over some steps needs. */
export interface StepRun<Result extends Tree<tf.Tensor>> {
  batches: AsyncIterable<StepData>;
  /** Steps that were done before. Default 0. */
  done?: number;
  step: (data: StepData) => Result;
  callbacks: CallbackList;
  begin: Extract<Hook, `${string}BatchBegin`>;
  end: Extract<Hook, `${string}BatchEnd`>;
  /** Steps between calls of the callbacks. */
  stepsPerExecution: number;
  /** Looks at a batch before its step. */
  before?: (data: StepData, step: number) => void;
  /** Takes what a step gave; it owns the tensors. The logs it returns are shown to the callbacks. */
  after: (result: Result, data: StepData, step: number) => Logs;
  /** Whether to end early. */
  stop: () => boolean;
}

/** Runs step after step, calls the callbacks around them, and frees each batch. Returns the number of steps. */
export async function runSteps<Result extends Tree<tf.Tensor>>(run: StepRun<Result>): Promise<number> {
  const { callbacks, begin, end, stepsPerExecution } = run;
  const breathe = breather(30);
  let step = run.done ?? 0;
  // The callbacks count executions: one of three steps is told as its first and its last.
  let waiting: { last: number; logs: Logs } | null = null;
  for await (const data of run.batches) {
    try {
      run.before?.(data, step);
      if (step % stepsPerExecution === 0) await callbacks.callAt(begin, step);
      const logs = run.after(run.step(data), data, step);
      const last = step - (step % stepsPerExecution) + stepsPerExecution - 1;
      waiting = { last, logs };
      if (step === last) {
        await callbacks.callAt(end, last, logs);
        waiting = null;
      }
    } finally {
      disposeBatch(data);
    }
    step++;
    const pause = breathe();
    if (pause) await pause;
    if (waiting === null && run.stop()) break;
  }
  if (waiting) await callbacks.callAt(end, waiting.last, waiting.logs);
  return step;
}

/** Holds the logs of the latest step and frees those before. */
export class LatestLogs {
  #current: { logs: Logs; close(): void } | null = null;

  take(tensors: StepLogs): Logs {
    this.close();
    this.#current = lazyLogs(tensors);
    return this.#current.logs;
  }

  /** The values, read. */
  read(): Record<string, number> {
    return { ...this.#current?.logs };
  }

  close(): void {
    this.#current?.close();
    this.#current = null;
  }
}
