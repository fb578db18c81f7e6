import { inWords, TenlabError } from '@tenlab/core';
import type { Model, Weight } from '@tenlab/layers';
import type { LateTensor } from '../formats/late-tensor';
import { arrayFromBytes, bytesOfArray, type StoredArray } from '../formats/stored-array';

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

/** A model's weights by name, in the model's order, still where they are. Throws for a type that no file has. */
export function writtenWeights(model: Model, place: string): Map<string, LateTensor> {
  const named = [...nameWeights(model, place)];
  return new Map(named.map(([name, weight]) => [name, writtenWeight(weight, `${place}, weight '${name}'`)]));
}

/** Copies a model's weights to the host, by name, in the model's order. */
export async function collectWeights(model: Model, place: string): Promise<Map<string, StoredArray>> {
  const arrays = new Map<string, StoredArray>();
  for (const [name, { dtype, shape, read }] of writtenWeights(model, place)) {
    // A backend may hand out its own memory: the copy is ours.
    arrays.set(name, arrayFromBytes(dtype, [...shape], (await read()).slice()));
  }
  return arrays;
}

function writtenWeight({ value, shape, dtype }: Weight, place: string): LateTensor {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') {
    return { dtype, shape, read: async () => bytesOfArray({ dtype, shape, data: await value.data() } as StoredArray) };
  }
  throw new TenlabError({
    code: 'invalid-dtype',
    place,
    expected: 'a weight of float32, int32 or bool',
    received: dtype,
    remedy: 'Keep such data outside the weights.',
  });
}
