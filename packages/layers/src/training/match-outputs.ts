import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { flatten, isRecord, type Tree } from '../graph/tree';

/** The outputs of a model in order, with their names where the model or the record has them. */
export function namedOutputs(
  predictions: Tree<tf.Tensor>,
  outputNames: readonly string[] | null,
): { tensors: tf.Tensor[]; names: (string | null)[] } {
  const tensors = flatten(predictions);
  if (!isRecord(predictions)) return { tensors, names: outputNames ? [...outputNames] : tensors.map(() => null) };
  // A record is walked by its sorted keys.
  return { tensors, names: Object.keys(predictions).sort() };
}

/**
 * One entry per output, from what the user gave for all of them: one thing, a list, or a record by output name.
 * `isEntry` tells a list that is the entry of a single output from a list of entries.
 */
export function perOutput<T>(
  place: string,
  option: string,
  given: unknown,
  names: readonly (string | null)[],
): (T | null)[] {
  if (given === null || given === undefined) return names.map(() => null);
  if (isRecord(given) && !('class_name' in given)) {
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new TenlabError({
        code: 'unknown-output',
        place,
        expected: `\`${option}\` must name the outputs ${names.map((name) => `'${name}'`).join(', ')}`,
        received: inWords(`'${unknown}'`),
        remedy: 'Use the names of the layers that make the outputs.',
      });
    }
    return names.map((name) => ((given as Record<string, T>)[name as string] ?? null) as T | null);
  }
  if (Array.isArray(given)) {
    if (given.length !== names.length) {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: `\`${option}\` must have one entry per output, ${names.length}`,
        received: inWords(`${given.length}`),
        remedy: 'Use null for an output that needs none.',
      });
    }
    return given.map((entry) => (entry ?? null) as T | null);
  }
  return names.map(() => given as T);
}
