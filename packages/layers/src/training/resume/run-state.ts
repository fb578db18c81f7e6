import type * as tf from '@tensorflow/tfjs-core';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Numbers in row-major order on the host, with their shape and type. */
export type HostArray = { shape: number[] } & (
  | { dtype: 'float32'; data: Float32Array }
  | { dtype: 'int32'; data: Int32Array }
  | { dtype: 'bool'; data: Uint8Array }
);

/** What a callback keeps: see {@link Callback.getState}. */
export interface CallbackState {
  values: { readonly [key: string]: Json };
  /** Default none. */
  arrays?: ReadonlyMap<string, HostArray>;
}

/**
 * All that a run of `fit` needs to go on as if it had never stopped: plain values and arrays, to be written to a file.
 *
 * `arrays` are the weights, the optimizer's slots, the random counters, the running metrics, and what callbacks keep.
 */
export interface RunState {
  values: RunValues;
  arrays: Map<string, HostArray>;
}

/** The part of a {@link RunState} that is no array. */
export interface RunValues {
  /** The epoch that comes next or is under way, counted from 0. */
  epoch: number;
  /** Steps of it that are done. */
  step: number;
  /** The logs of the latest step; between epochs, those of the epoch before. */
  logs: { readonly [name: string]: number };
  stopTraining: boolean;
  /** What the batches are made of: a run goes on only with the same. */
  data: { samples: number | null; batchSize: number | null; steps: number | null };
  /** Where the batches stand. */
  batches: Json;
  /** The global seed, and how many seeds were derived from it. */
  seed: { seed: number; derived: number };
  callbacks: { readonly [key: string]: CallbackState['values'] };
}

/** Copies a variable to the host. */
export async function readVariable(variable: tf.Variable): Promise<HostArray> {
  // A backend may hand out its own memory: the copy is ours.
  const data = (await variable.data()).slice();
  return { dtype: variable.dtype, shape: [...variable.shape], data } as HostArray;
}
