import { readRequest } from './backend-options';
import type { BackendReport } from './backend-report';
import type { Availability, BackendKind, BackendName, BackendOptions } from './backends/candidate';
import { allCandidates } from './backends/candidates';
import { chooseBackend } from './choose-backend';

/**
 * Chooses and starts the backend that computes everything from here on, and says which and why.
 *
 * 'auto' takes the first one available of: `tensorflow-gpu`, `wasm`, `tensorflow`, `cpu` (in a browser: `wasm`, `cpu`). A
 * backend that is named is taken or is an error, never replaced by another. The environment variables TENLAB_BACKEND and
 * TENLAB_THREADS override both arguments. Tensors made before live on and move to the new backend when they are used; only
 * `wasm` with other options than it runs with starts anew, and that is refused while it holds tensors.
 *
 * @param name 'auto' (default), 'tensorflow-gpu', 'wasm', 'tensorflow' or 'cpu'
 * @param options `threads` (all cores), `numerics` ('fast'), and for the GPU `memoryGrowth` (true), `device`, `memoryLimit` in MB
 * @throws TenlabError `unknown-choice`, `unknown-option`, `invalid-argument`, `invalid-environment`; `backend-unavailable`
 *   where the named backend (or every backend) is not available; `option-not-honoured` where the named backend cannot do
 *   what an option asks; `backend-in-use`
 *
 * @example
 * const report = await useBackend('cpu');
 * console.log(report.name, report.threads); // cpu 1
 */
export async function useBackend(
  name: 'auto' | BackendName = 'auto',
  options: BackendOptions = {},
): Promise<BackendReport> {
  const request = readRequest(name, options);
  // One choice at a time: two that overlap would each find the other's backend in place.
  const turn = holder[stateKey]!.queue.then(() => chooseBackend(request));
  holder[stateKey]!.queue = turn.catch(() => {});
  const report = await turn;
  holder[stateKey]!.report = report;
  return report;
}

/**
 * The report of the backend in use, or `undefined` before the first `useBackend`.
 *
 * @example
 * backendReport()?.name; // undefined
 */
export function backendReport(): BackendReport | undefined {
  return holder[stateKey]!.report;
}

/** One line of {@link probeBackends}. */
export type ProbedBackend = { name: BackendName; kind: BackendKind; availability: Availability };

/**
 * Asks every backend whether it is available, and starts none: what `tenlab doctor` shows.
 *
 * A backend may still turn out not to work when it starts, for example where a driver is broken.
 *
 * @example
 * (await probeBackends()).map(({ name, availability }) => `${name} ${availability.available}`);
 * // ['tensorflow-gpu false', 'wasm true', 'tensorflow false', 'cpu true']
 */
export async function probeBackends(): Promise<ProbedBackend[]> {
  return Promise.all(
    allCandidates.map(async (candidate) => ({
      name: candidate.name,
      kind: candidate.kind,
      availability: await candidate.probe({}),
    })),
  );
}

// Shared by every copy of this package in the process (ESM and CommonJS), as TF.js's engine is.
type State = { report: BackendReport | undefined; queue: Promise<unknown> };
const stateKey = Symbol.for('tenlab.backend');
const holder = globalThis as { [stateKey]?: State };
holder[stateKey] ??= { report: undefined, queue: Promise.resolve() };
