import type { BackendName, BackendOptions } from './backends/candidate';
import { checkChoice, checkOptions } from './errors/check-options';
import { TenlabError } from './errors/tenlab-error';
import { environmentVariable } from './platform/node-builtin';

/** Names that `useBackend` and TENLAB_BACKEND take. */
export const backendChoices = ['auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'] as const;

/** What was asked for, after the environment had its say. */
export type BackendRequest = {
  choice: 'auto' | BackendName;
  /** Where the choice comes from, in words. */
  chosenBy: string;
  options: BackendOptions;
  /** Options that the environment set: these never make an error, since they hold for many programs. */
  fromEnvironment: ReadonlySet<keyof BackendOptions>;
};

/**
 * Checks the arguments of `useBackend` and puts TENLAB_BACKEND and TENLAB_THREADS in their place.
 *
 * @throws TenlabError `unknown-choice`, `unknown-option`, `invalid-argument`, `invalid-environment`
 */
export function readRequest(name: unknown, given: unknown): BackendRequest {
  checkChoice(name, backendChoices, '`name`', 'useBackend');
  checkOptions(given, ['threads', 'memoryGrowth', 'device', 'memoryLimit', 'numerics'], 'useBackend');
  const options = { ...(given as BackendOptions | undefined) };
  checkValues(options);

  let choice: 'auto' | BackendName = name;
  let chosenBy = name === 'auto' ? 'nobody' : 'the program';
  const backend = environmentVariable('TENLAB_BACKEND');
  if (backend !== undefined) {
    checkChoice(backend, backendChoices, 'the backend', 'TENLAB_BACKEND');
    choice = backend;
    chosenBy = 'TENLAB_BACKEND';
  }

  const fromEnvironment = new Set<keyof BackendOptions>();
  const threads = environmentVariable('TENLAB_THREADS');
  if (threads !== undefined) {
    options.threads = parseThreads(threads);
    fromEnvironment.add('threads');
  }
  return { choice, chosenBy, options, fromEnvironment };
}

function parseThreads(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text.trim())) return Number(text);
  throw new TenlabError({
    code: 'invalid-environment',
    place: 'TENLAB_THREADS',
    expected: 'the number of threads must be a whole number from 1',
    received: text,
    remedy: 'Set it to a number such as 2, or unset it to use all cores.',
  });
}

function checkValues({ threads, memoryGrowth, device, memoryLimit, numerics }: BackendOptions): void {
  checkWhole(threads, 'threads', 1, 'Leave it out to use all cores.');
  checkWhole(device, 'device', 0, 'Pass the number of a GPU as `nvidia-smi -L` lists it.');
  checkWhole(memoryLimit, 'memoryLimit', 1, 'Pass megabytes, for example 4096.');
  if (numerics !== undefined) checkChoice(numerics, ['fast', 'strict'], '`numerics`', 'useBackend');
  if (memoryGrowth !== undefined && typeof memoryGrowth !== 'boolean') {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'useBackend',
      expected: '`memoryGrowth` must be true or false',
      received: memoryGrowth,
      remedy: 'Pass true to take GPU memory as it is needed.',
    });
  }
}

function checkWhole(value: unknown, name: string, least: number, remedy: string): void {
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= least)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'useBackend',
    expected: `\`${name}\` must be a whole number from ${least}`,
    received: value,
    remedy,
  });
}
