import type { Model } from '@tenlab/layers';
import type { Pieces } from '../../write-pieces';
import type { LateTensor } from '../late-tensor';
import type { BytesArray } from '../tensorflow/bytes-array';
import { kerasGraph } from './keras-graph';
import { encodeObjectGraph, objectGraphKey } from './object-graph';
import { formatCheckpointState } from './state-file';
import { dataFileName } from './tensor-bundle';
import { streamBundle } from './write-bundle';

/**
 * The files of a model's weights as tf-keras's `save_weights('weights.ckpt')` makes them, by name, in the order they must be written:
 * data before the index that holds their checksums, and the folder's `checkpoint` file last. Each weight is copied from the backend when
 * its turn comes. A compiled model's optimizer comes along.
 *
 * @param prefix the checkpoint's name, `weights.ckpt`
 *
 * @example
 * for (const [name, pieces] of checkpointFiles(model, 'weights.ckpt')) for await (const piece of pieces) upload(name, piece);
 */
export function checkpointFiles(model: Model, prefix: string): Map<string, Pieces> {
  const { graph, tensors } = kerasGraph(model);
  const all = new Map<string, LateTensor | BytesArray>(tensors);
  all.set(objectGraphKey, { dtype: 'bytes', shape: [], data: [encodeObjectGraph(graph)] });
  const { data, index } = streamBundle(all);
  return new Map<string, Pieces>([
    [dataFileName(prefix, 0, 1), data()],
    [`${prefix}.index`, later(index)],
    ['checkpoint', [formatCheckpointState({ latest: prefix, all: [prefix] })]],
  ]);
}

/** Pieces that are made when the first is asked for. */
async function* later(make: () => Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* make();
}
