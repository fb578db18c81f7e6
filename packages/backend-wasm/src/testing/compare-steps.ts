import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { WasmBackend } from '../wasm-backend';

/** Runs a step as it is and compiled, expects the same bits of both, and gives the program as text. */
export function compareSteps<Inputs extends tf.Tensor[]>(
  step: (...inputs: Inputs) => tf.Tensor | tf.Tensor[],
  inputs: Inputs,
): string {
  const valuesOf = (result: tf.Tensor | tf.Tensor[]) => [result].flat().map((tensor) => tensor.dataSync());
  const expected = valuesOf(tf.tidy(() => step(...inputs)));
  const compiled = (tf.backend() as unknown as WasmBackend).compile(step as (...inputs: tf.Tensor[]) => unknown, {
    onRefused: (reason) => expect.fail(reason),
  });
  for (let run = 0; run < 5; run++) {
    const result = compiled(...inputs) as tf.Tensor | tf.Tensor[];
    expect(valuesOf(result)).toEqual(expected);
    tf.dispose(result);
  }
  const program = compiled.explain();
  compiled.dispose();
  return program;
}
