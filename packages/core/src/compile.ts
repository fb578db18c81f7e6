import * as tf from '@tensorflow/tfjs-core';
import { TenlabError } from './errors/tenlab-error';

/** A backend that can turn a step into a program: ours for `wasm` does. */
interface Compiler {
  compile(
    step: (...inputs: tf.Tensor[]) => unknown,
    options: { onRefused: (reason: string) => void; onProfile?: (program: string) => void; profiledRuns?: number },
  ): CompiledStep<tf.Tensor[], unknown>;
}

/** A step that `compile` has made ready. */
export interface CompiledStep<Arguments extends tf.Tensor[], Result> {
  (...inputs: Arguments): Result;
  /**
   * Runs the step `count` times with the same inputs and gives the result of the last: for a step that finds its own way
   * through the data by a variable. Where it is a program, JavaScript is not come back to in between.
   */
  times(count: number, ...inputs: Arguments): Result;
  /**
   * As `times`, but gives the results of all runs, in order: for a step that computes one batch of many. Where it is a program
   * the results of many runs come as one, joined along their first axis.
   */
  collect(count: number, ...inputs: Arguments): Result[];
  /** Frees the memory of the programs. Called again, the step starts over. */
  dispose(): void;
}

/**
 * Makes a step ready to run many times.
 *
 * On `wasm` the step's first runs are recorded, and from then on it is replayed as one program: the same bits, much faster.
 * On the other backends it stays the function itself. A step that is to be compiled keeps these rules:
 *
 * - it takes tensors and returns tensors, alone or in arrays and records, and reads none of their values (`dataSync`,
 *   `await data()`);
 * - what it makes inside is freed inside, but for what it returns;
 * - state that outlives the step is in variables, and changes by `assign`;
 * - random numbers come from a `SeedGenerator`; what JavaScript does besides (a counter, `console.log`) happens only in the
 *   first runs.
 *
 * A step that breaks a rule runs as it is, and a warning says why once. With TENLAB_EXPLAIN=1 in the environment every
 * program is printed after fifty runs, instruction by instruction with its time; TENLAB_EXPLAIN=5 prints it after five.
 *
 * @throws TenlabError `invalid-argument` where `step` is not a function
 *
 * @example
 * const double = compile((x: tf.Tensor) => scope(() => tf.mul(x, 2)));
 * double(tf.scalar(21)).dataSync()[0]; // 42
 */
export function compile<Arguments extends tf.Tensor[], Result>(
  step: (...inputs: Arguments) => Result,
): CompiledStep<Arguments, Result> {
  if (typeof step !== 'function') {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'compile',
      expected: '`step` must be a function of tensors',
      received: step,
      remedy: 'Pass the function itself: `compile((x, y) => …)`.',
    });
  }
  // The backend may change between calls; a program belongs to the one it was recorded on.
  let owner: unknown;
  let run = uncompiled(step);
  const current = () => {
    const backend = tf.backend() as unknown as Partial<Compiler>;
    if (backend !== owner) {
      owner = backend;
      run = isCompiler(backend) ? (backend.compile(step as never, compileOptions()) as typeof run) : uncompiled(step);
    }
    return run;
  };
  return Object.assign((...inputs: Arguments) => current()(...inputs), {
    times: (count: number, ...inputs: Arguments) => current().times(count, ...inputs),
    collect: (count: number, ...inputs: Arguments) => current().collect(count, ...inputs),
    dispose: () => run.dispose(),
  });
}

/**
 * A step that stays the function it is, with what a compiled one has.
 *
 * @example
 * uncompiled(() => tf.scalar(1)).times(2).dataSync()[0]; // 1
 */
export function uncompiled<Arguments extends tf.Tensor[], Result>(
  step: (...inputs: Arguments) => Result,
): CompiledStep<Arguments, Result> {
  const times = (count: number, ...inputs: Arguments) => {
    for (let run = 1; run < count; run++) tf.tidy(() => void step(...inputs));
    return step(...inputs);
  };
  const collect = (count: number, ...inputs: Arguments) => Array.from({ length: count }, () => step(...inputs));
  return Object.assign((...inputs: Arguments) => step(...inputs), { times, collect, dispose: () => {} });
}

/** Whether the backend in use makes programs of steps: `wasm` does. */
export function backendCompiles(): boolean {
  return isCompiler(tf.backend() as unknown as Partial<Compiler>);
}

function isCompiler(backend: Partial<Compiler>): backend is Compiler {
  return typeof backend.compile === 'function';
}

function compileOptions() {
  const explain = typeof process === 'object' && process.env?.TENLAB_EXPLAIN;
  if (!explain) return { onRefused: warn };
  const runs = Number(explain);
  if (!(Number.isInteger(runs) && runs > 0)) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'compile',
      expected: 'TENLAB_EXPLAIN must be 1, or the number of runs after which programs are printed',
      received: explain,
      remedy: 'Set TENLAB_EXPLAIN=1, or unset it.',
    });
  }
  const onProfile = (program: string) => console.warn(program);
  return { onRefused: warn, onProfile, ...(runs > 1 ? { profiledRuns: runs } : {}) };
}

function warn(reason: string): void {
  console.warn(`compile: this step runs as it is, uncompiled, because ${reason}.`);
}
