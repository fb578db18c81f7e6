// Tells tests whether what they trained was compiled: a step that could not be runs all the same, only slower.
import * as tf from '@tensorflow/tfjs-core';
import { vi } from 'vitest';

interface Compiler {
  compile(...args: unknown[]): { explain(): string };
}

/** Notes every step that is given to the backend in use to compile, until `stop`. */
export function watchPrograms(): {
  /** What became of the steps that were called often enough, one by one: `compiled`, or why not. */
  outcomes(): string[];
  stop(): void;
} {
  const backend = tf.backend() as unknown as Compiler;
  const compile = backend.compile.bind(backend);
  const steps: { explain(): string }[] = [];
  const spy = vi.spyOn(backend, 'compile').mockImplementation((...args) => {
    const step = compile(...args);
    steps.push(step);
    return step;
  });
  return {
    outcomes: () =>
      steps
        .flatMap((step) => [...step.explain().matchAll(/^step\(.*\): (.*)$/gm)])
        .map(([, outcome]) => outcome || 'compiled'),
    stop: () => spy.mockRestore(),
  };
}
