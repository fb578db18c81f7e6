import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** The backends that every operation is tested on: the reference, and ours. */
export const testedBackends = ['cpu', 'wasm'] as const;
export type TestedBackend = (typeof testedBackends)[number];

export interface OnEveryBackendOptions {
  /** Backends on which the group is skipped, each with the reason, which is shown. */
  readonly except?: Partial<Record<TestedBackend, string>>;
  /** Threads for `wasm`; all cores by default. */
  readonly threads?: number;
}

/**
 * Declares a group of tests once for each backend: `describe('relu on wasm', …)`.
 * A backend is never left out in silence; one that is excepted shows as skipped, with its reason.
 *
 * @example
 * onEveryBackend('relu', () => {
 *   test('is zero below zero', () => expectClose(tf.relu([-1, 2]), [0, 2]));
 * });
 */
export function onEveryBackend(
  name: string,
  tests: (backend: TestedBackend) => void,
  { except = {}, threads }: OnEveryBackendOptions = {},
): void {
  for (const backend of testedBackends) {
    const reason = except[backend];
    if (reason !== undefined) {
      describe.skip(`${name} on ${backend} (skipped: ${reason})`, () => tests(backend));
      continue;
    }
    describe(`${name} on ${backend}`, () => {
      beforeAll(() => startBackend(backend, threads));
      afterAll(() => stopBackend(backend));
      tests(backend);
    });
  }
}

async function startBackend(backend: TestedBackend, threads: number | undefined): Promise<void> {
  if (backend === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
  } else {
    const { startWasm } = await import('@tenlab/backend-wasm');
    await startWasm(threads === undefined ? {} : { threads });
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs must have a backend '${backend}'. Received: none.`);
}

async function stopBackend(backend: TestedBackend): Promise<void> {
  if (backend !== 'wasm') return;
  const { stopWasm } = await import('@tenlab/backend-wasm');
  await stopWasm();
}
