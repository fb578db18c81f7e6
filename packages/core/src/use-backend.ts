import * as tf from '@tensorflow/tfjs-core';
import { type BackendRequest, readRequest } from './backend-options';
import type { BackendReport, RefusedBackend } from './backend-report';
import {
  type Availability,
  type BackendCandidate,
  type BackendKind,
  type BackendName,
  type BackendOptions,
  Refusal,
  type StartedBackend,
} from './backends/candidate';
import { allCandidates, candidatesHere } from './backends/candidates';
import { inWords, TenlabError } from './errors/tenlab-error';
import { registerRandomKernels } from './random/random-kernels';

/**
 * Chooses and starts the backend that computes everything from here on, and says which and why.
 *
 * 'auto' takes the first one available of: `tensorflow-gpu`, `wasm`, `tensorflow`, `cpu` (in a browser: `wasm`, `cpu`). A
 * backend that is named is taken or is an error, never replaced by another. The environment variables TENLAB_BACKEND and
 * TENLAB_THREADS override both arguments. Tensors made before live on and move to the new backend when they are used; only `wasm`
 * with other options than it runs with starts anew, and that is refused while it holds tensors.
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
  const turn = holder[stateKey]!.queue.then(() => chooseAmong(request));
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

/** The choice itself, with the candidates as an argument, for the tests. */
export async function chooseAmong(
  request: BackendRequest,
  here: readonly BackendCandidate[] = candidatesHere(),
  all: readonly BackendCandidate[] = allCandidates,
): Promise<BackendReport> {
  const before = tf.engine().backendName;
  try {
    return request.choice === 'auto' ? await firstAvailable(request, here) : await named(request, all);
  } catch (error) {
    // A failed start leaves the backend that was in use.
    const { backendName, registry } = tf.engine();
    if (before != null && backendName !== before && before in registry) await tf.setBackend(before);
    throw error;
  }
}

async function firstAvailable(
  request: BackendRequest,
  candidates: readonly BackendCandidate[],
): Promise<BackendReport> {
  const refused: RefusedBackend[] = [];
  const by = request.chosenBy === 'nobody' ? '' : `${request.chosenBy} says 'auto': `;
  const reason = `${by}the first one available of ${candidates.map(({ name }) => name).join(', ')}`;
  for (const candidate of candidates) {
    const notes = withoutEffect(candidate, request.options).map(
      ({ option, why }) => `\`${option}\` has no effect on ${candidate.name}: ${why}`,
    );
    const outcome = await tryToStart(candidate, request.options);
    if ('started' in outcome) return finish(candidate, outcome.started, request, { reason, refused, notes });
    refused.push({ name: candidate.name, reason: outcome.reason, remedy: outcome.remedy });
  }
  throw new TenlabError({
    code: 'backend-unavailable',
    place: 'useBackend',
    expected: 'at least one backend must be available',
    received: inWords(refused.map(({ name, reason: why }) => `${name}: ${why}`).join('; ')),
    remedy: refused.map(({ name, remedy }) => `For ${name}: ${remedy}.`).join(' '),
  });
}

async function named(request: BackendRequest, candidates: readonly BackendCandidate[]): Promise<BackendReport> {
  const candidate = candidates.find(({ name }) => name === request.choice)!;
  const notes: string[] = [];
  for (const { option, why } of withoutEffect(candidate, request.options)) {
    if (!request.fromEnvironment.has(option)) throw notHonoured(candidate, option, request.options[option], why);
    notes.push(`TENLAB_THREADS has no effect on ${candidate.name}: ${why}`);
  }
  const outcome = await tryToStart(candidate, request.options);
  if (!('started' in outcome)) {
    throw new TenlabError({
      code: 'backend-unavailable',
      place: request.chosenBy === 'TENLAB_BACKEND' ? 'TENLAB_BACKEND' : 'useBackend',
      expected: `the backend '${candidate.name}' must be available`,
      received: inWords(outcome.reason),
      remedy: `${outcome.remedy}. Or let tenlab choose, with 'auto'.`,
      cause: outcome.cause,
    });
  }
  return finish(candidate, outcome.started, request, { reason: `named by ${request.chosenBy}`, refused: [], notes });
}

type Outcome = { started: StartedBackend } | { reason: string; remedy: string; cause?: unknown };

async function tryToStart(candidate: BackendCandidate, options: BackendOptions): Promise<Outcome> {
  const honoured = Object.fromEntries(
    Object.entries(options).filter(
      ([name]) => !withoutEffect(candidate, options).some(({ option }) => option === name),
    ),
  );
  const availability = await candidate.probe(honoured);
  if (!availability.available) return availability;
  try {
    return { started: await candidate.start(honoured) };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message, remedy: error.remedy, cause: error };
    throw error;
  }
}

function withoutEffect(
  candidate: BackendCandidate,
  options: BackendOptions,
): { option: keyof BackendOptions; why: string }[] {
  return (Object.keys(options) as (keyof BackendOptions)[]).flatMap((option) => {
    const value = options[option];
    const why = value === undefined ? undefined : candidate.whyNot(option, value);
    return why === undefined ? [] : [{ option, why }];
  });
}

function notHonoured(candidate: BackendCandidate, option: string, value: unknown, why: string): TenlabError {
  return new TenlabError({
    code: 'option-not-honoured',
    place: 'useBackend',
    expected: `'${candidate.name}' cannot do what \`${option}\` asks: ${why}`,
    received: { [option]: value },
    remedy: `Leave \`${option}\` out, or name a backend that has it.`,
  });
}

async function finish(
  candidate: BackendCandidate,
  { threads, simd, note }: StartedBackend,
  request: BackendRequest,
  { reason, refused, notes }: Pick<BackendReport, 'reason' | 'refused' | 'notes'>,
): Promise<BackendReport> {
  const asked = request.options.threads;
  const fewer = asked !== undefined && threads < asked && candidate.whyNot('threads', asked) === undefined;
  if (fewer && request.choice !== 'auto' && !request.fromEnvironment.has('threads')) {
    throw notHonoured(candidate, 'threads', asked, note ?? `${threads} is all that can run here`);
  }
  if (fewer) notes.push(`asked for ${asked} threads, got ${threads}`);
  if (note !== undefined) notes.push(note);
  registerRandomKernels(tf.getBackend());
  return { name: candidate.name, kind: candidate.kind, threads, simd, reason, refused, notes };
}

// Shared by every copy of this package in the process (ESM and CommonJS), as TF.js's engine is.
type State = { report: BackendReport | undefined; queue: Promise<unknown> };
const stateKey = Symbol.for('tenlab.backend');
const holder = globalThis as { [stateKey]?: State };
holder[stateKey] ??= { report: undefined, queue: Promise.resolve() };
