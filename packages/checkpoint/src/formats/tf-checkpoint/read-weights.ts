import type { StoredArray } from '../stored-array';
import { modelVariables } from './model-variables';
import { decodeObjectGraph, objectGraphKey } from './object-graph';
import type { TensorBundle } from './tensor-bundle';

/** The weights of a model out of a checkpoint, by the names they had there. */
export interface CheckpointWeights {
  tensors: Map<string, StoredArray>;
  /** The names in the order of the model's `weights`; undefined where the checkpoint does not say. */
  order: string[] | undefined;
}

/**
 * Reads the weights of the Keras model in a checkpoint: found by the graph of objects, as tf-keras and Keras 3 write it, or by name in
 * one of TensorFlow 1. The optimizer's variables are left out.
 */
export async function readCheckpointWeights(bundle: TensorBundle): Promise<CheckpointWeights> {
  const tensors = new Map<string, StoredArray>();
  if (!bundle.tensors.has(objectGraphKey)) {
    for (const name of bundle.tensors.keys()) tensors.set(name, await bundle.read(name));
    return { tensors, order: undefined };
  }
  const [bytes = new Uint8Array()] = (await bundle.readBytes(objectGraphKey)).data;
  for (const { fullName, key } of modelVariables(decodeObjectGraph(bytes, bundle.place))) {
    const own = fullName.replace(/:0$/, '') || key.replace('/.ATTRIBUTES/VARIABLE_VALUE', '');
    let name = own;
    // Variables of a class may share a name; the order tells them apart.
    for (let turn = 2; tensors.has(name); turn++) name = `${own}#${turn}`;
    tensors.set(name, await bundle.read(key));
  }
  return { tensors, order: [...tensors.keys()] };
}
