// How the computation of a case is run: as it is, operation by operation, or compiled into a program as `fit` runs its steps.
import * as tf from '@tensorflow/tfjs-core';

/** What a step gives: tensors, alone or in arrays and records, or nothing. */
type Result = unknown;

/** A step of a case that may be called again and again. */
export type ReadyStep<T> = (...inputs: tf.Tensor[]) => T;

export interface Execution {
  readonly name: 'eager' | 'compiled';
  /** Makes a step ready: it is called as often as the case needs it, and compiled is a program from the fourth time on. */
  prepare<T extends Result>(step: (...inputs: tf.Tensor[]) => T): ReadyStep<T>;
  /** The result of a step; compiled, of the first run of its program. `before` puts state back before each run. */
  run<T extends Result>(step: (...inputs: tf.Tensor[]) => T, inputs: tf.Tensor[], before?: () => void): T;
  /** Frees the programs, when their results are no longer needed. */
  dispose(): void;
}

/** Calls before a step is a program: one that may make variables, and two that are recorded and compared. */
export const CALLS_TO_COMPILE = 3;

export const eager: Execution = {
  name: 'eager',
  prepare: (step) => step,
  run: (step, inputs, before) => {
    before?.();
    return step(...inputs);
  },
  dispose: () => {},
};

interface Compiler {
  compile(step: unknown, options: { onRefused(reason: string): void }): Compiled;
}

type Compiled = ((...inputs: tf.Tensor[]) => unknown) & { dispose(): void };

/** Whether the backend in use makes programs of steps. */
export function compiles(): boolean {
  return typeof (tf.backend() as unknown as Partial<Compiler>).compile === 'function';
}

/** Compiled steps. `onRefused` hears why a step could not be one; it then runs as it is. */
export function compiledExecution(onRefused: (reason: string) => void): Execution {
  const made: Compiled[] = [];
  const prepare = <T extends Result>(step: (...inputs: tf.Tensor[]) => T) => {
    const compiled = (tf.backend() as unknown as Compiler).compile(step, { onRefused });
    made.push(compiled);
    return compiled as ReadyStep<T>;
  };
  return {
    name: 'compiled',
    prepare,
    run: (step, inputs, before) => {
      const ready = prepare(step);
      for (let call = 0; call < CALLS_TO_COMPILE; call++) {
        before?.();
        tf.tidy(() => void ready(...inputs));
      }
      before?.();
      return ready(...inputs);
    },
    dispose: () => {
      for (const compiled of made.splice(0)) compiled.dispose();
    },
  };
}
