import * as tf from '@tensorflow/tfjs-core';
import type { BackendRequest } from './backend-options';
import type { BackendReport, RefusedBackend } from './backend-report';
import { type BackendCandidate, type BackendOptions, Refusal, type StartedBackend } from './backends/candidate';
import { allCandidates, candidatesHere } from './backends/candidates';
import { inWords, TenlabError } from './errors/tenlab-error';
import { registerRandomKernels } from './random/random-kernels';

/**
 * Walks along the candidates and starts one: the choice behind `useBackend`.
 *
 * Under 'auto' a candidate that is not available is written down and the next one is tried; a named one is taken or is an
 * error. Either way a failure leaves the backend that was in use.
 *
 * @param here what 'auto' walks along
 * @param all what can be named
 * @throws TenlabError `backend-unavailable`, `option-not-honoured`
 */
export async function chooseBackend(
  request: BackendRequest,
  here: readonly BackendCandidate[] = candidatesHere(),
  all: readonly BackendCandidate[] = allCandidates,
): Promise<BackendReport> {
  const before = tf.engine().backendName;
  try {
    return request.choice === 'auto' ? await firstAvailable(request, here) : await named(request, all);
  } catch (error) {
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
