import { inWords, TenlabError } from '@tenlab/core';
import type { Model, Weight } from '@tenlab/layers';
import type { StoredArray } from '../formats/stored-array';

/** A model's weights by name, in the model's order. Throws for a model that has none. */
export function nameWeights(model: Model, place: string): Map<string, Weight> {
  const named = new Map<string, Weight>();
  for (const weight of model.weights) {
    let name = weight.path;
    // Two layers of a subclassed model may share a path; the order tells them apart.
    for (let turn = 2; named.has(name); turn++) name = `${weight.path}#${turn}`;
    named.set(name, weight);
  }
  if (named.size > 0) return named;
  throw new TenlabError({
    code: 'not-built',
    place,
    expected: 'a model that has weights',
    received: inWords(`'${model.name}', which has none yet`),
    remedy: 'Give its first layer an `inputShape`, or call the model on data first.',
  });
}

/** Copies a model's weights to the host, by name, in the model's order. */
export async function collectWeights(model: Model, place: string): Promise<Map<string, StoredArray>> {
  const named = [...nameWeights(model, place)];
  const arrays = await Promise.all(
    named.map(async ([name, weight]) => [name, await readWeight(weight, `${place}, weight '${name}'`)] as const),
  );
  return new Map(arrays);
}

async function readWeight({ value, shape, dtype }: Weight, place: string): Promise<StoredArray> {
  // A backend may hand out its own memory: the copy is ours.
  const data = (await value.data()).slice();
  if (dtype === 'float32') return { dtype, shape, data: data as Float32Array };
  if (dtype === 'int32') return { dtype, shape, data: data as Int32Array };
  if (dtype === 'bool') return { dtype, shape, data: data as Uint8Array };
  throw new TenlabError({
    code: 'invalid-dtype',
    place,
    expected: 'a weight of float32, int32 or bool',
    received: dtype,
    remedy: 'Keep such data outside the weights.',
  });
}
