import type { Model, Weight } from '@tenlab/layers';
import type { StoredArray } from '../stored-array';
import type { BytesArray } from '../tensorflow/bytes-array';
import { kerasGraph } from './keras-graph';
import { encodeObjectGraph, objectGraphKey } from './object-graph';
import { formatCheckpointState } from './state-file';
import { dataFileName } from './tensor-bundle';
import { encodeBundle } from './write-bundle';

/**
 * The files of a model's weights as tf-keras's `save_weights('weights.ckpt')` makes them, by name, in the order they must be written:
 * data before the index that names them, and the folder's `checkpoint` file last.
 *
 * @param prefix the checkpoint's name, `weights.ckpt`
 */
export function checkpointFiles(
  model: Model,
  prefix: string,
  readValue: (weight: Weight) => StoredArray,
): Map<string, Uint8Array[]> {
  const { graph, tensors } = kerasGraph(model, readValue);
  const all = new Map<string, StoredArray | BytesArray>(tensors);
  all.set(objectGraphKey, { dtype: 'bytes', shape: [], data: [encodeObjectGraph(graph)] });
  const { index, data } = encodeBundle(all);
  return new Map([
    [dataFileName(prefix, 0, 1), data],
    [`${prefix}.index`, index],
    ['checkpoint', [formatCheckpointState({ latest: prefix, all: [prefix] })]],
  ]);
}
