import { type FileTensor, type NamedTensors, readAllTensors } from '../../weights/file-tensor';
import type { StoredArray } from '../stored-array';
import { modelVariables } from './model-variables';
import { decodeObjectGraph, objectGraphKey } from './object-graph';
import { optimizerVariables } from './optimizer-variables';
import type { TensorBundle } from './tensor-bundle';

/** The weights of a model out of a checkpoint, by the names they had there. */
export interface CheckpointWeights {
  tensors: Map<string, StoredArray>;
  /** The names in the order of the model's `weights`; undefined where the checkpoint does not say. */
  order: string[] | undefined;
}

/**
 * Reads the weights of the Keras model in a checkpoint: found by the graph of objects, as tf-keras and Keras 3 write it, or by name in
 * one of TensorFlow 1. The optimizer's variables are apart.
 */
export async function readCheckpointWeights(bundle: TensorBundle): Promise<CheckpointWeights> {
  const { tensors, order } = await openCheckpointWeights(bundle);
  return { tensors: await readAllTensors({ tensors }), order: order && [...order] };
}

/** As {@link readCheckpointWeights}, each tensor read when it is asked for. */
export async function openCheckpointWeights(bundle: TensorBundle): Promise<NamedTensors> {
  const close = () => bundle.close();
  const tensorAt = (name: string, key: string): FileTensor => {
    const { dtype = 'nothing', shape = null } = bundle.tensors.get(key) ?? {};
    return { name, dtype, shape, read: () => bundle.read(key) };
  };
  const tensors = new Map<string, FileTensor>();
  if (!bundle.tensors.has(objectGraphKey)) {
    for (const name of bundle.tensors.keys()) tensors.set(name, tensorAt(name, name));
    return { tensors, order: undefined, close };
  }
  const [bytes = new Uint8Array()] = (await bundle.readBytes(objectGraphKey)).data;
  const graph = decodeObjectGraph(bytes, bundle.place);
  for (const { fullName, key } of modelVariables(graph)) {
    const own = fullName.replace(/:0$/, '') || key.replace('/.ATTRIBUTES/VARIABLE_VALUE', '');
    let name = own;
    // Variables of a class may share a name; the order tells them apart.
    for (let turn = 2; tensors.has(name); turn++) name = `${own}#${turn}`;
    tensors.set(name, tensorAt(name, key));
  }
  const state = optimizerVariables(graph);
  const optimizer = state && {
    variables: state.variables.map(({ key }) => tensorAt(key, key)),
    learningRate: state.learningRate && tensorAt(state.learningRate.key, state.learningRate.key),
  };
  return { tensors, order: [...tensors.keys()], optimizer, close };
}
