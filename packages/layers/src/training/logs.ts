import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { isRecord, type Tree } from '../graph/tree';
import type { StepLogs } from './data/step-data';

/** Metric values by name. A value is read from the backend when it is looked at; `{ ...logs }` copies them all. */
export type Logs = Readonly<Record<string, number>>;

/**
 * Logs whose values are read when someone looks, in alphabetical order as Keras logs them.
 *
 * They own the tensors; `close` frees them, and values not looked at by then are gone.
 *
 * @example
 * const { logs, close } = lazyLogs({ loss: tf.scalar(0.5) });
 * logs.loss; // 0.5
 */
export function lazyLogs(tensors: StepLogs): { logs: Logs; close(): void } {
  expectLogs(tensors);
  const logs: Record<string, number> = {};
  const values = new Map<string, number>();
  let open = true;
  for (const name of Object.keys(tensors).sort()) {
    const get = () => {
      const known = values.get(name);
      if (known !== undefined) return known;
      if (!open) throw tooLate(name);
      const value = (tensors[name] as tf.Tensor).dataSync()[0] as number;
      values.set(name, value);
      return value;
    };
    Object.defineProperty(logs, name, { get, enumerable: true });
  }
  const close = () => {
    open = false;
    for (const tensor of Object.values(tensors)) tensor.dispose();
  };
  return { logs, close };
}

/** A `trainStep` of one's own may give anything. */
function expectLogs(given: unknown): void {
  const isRecordOfTensors =
    isRecord(given as Tree<unknown>) && Object.values(given as object).every((value) => value instanceof tf.Tensor);
  if (isRecordOfTensors) return;
  throw new TenlabError({
    code: 'invalid-logs',
    place: 'trainStep or testStep',
    expected: 'a step must return a record of tensors, the metrics by name',
    received: given,
    remedy: 'End it with `return this.computeMetrics({ ...data, yPred, training: true })`.',
  });
}

function tooLate(name: string): TenlabError {
  return new TenlabError({
    code: 'stale-logs',
    place: `logs.${name}`,
    expected: 'logs must be read while the callback runs',
    received: inWords('a look at it after the next step'),
    remedy: 'Copy the values you want to keep: `const kept = { ...logs }`.',
  });
}
