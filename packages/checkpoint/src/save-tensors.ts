import { inWords, TenlabError } from '@tenlab/core';
import { npyPieces } from './formats/npy/encode';
import { npzPieces } from './formats/npz/encode';
import { safetensorsPieces } from './formats/safetensors/encode';
import type { StoredArray } from './formats/stored-array';
import { dataFileName } from './formats/tf-checkpoint/tensor-bundle';
import { encodeBundle } from './formats/tf-checkpoint/write-bundle';
import { expectNode } from './platform/read-file';
import { writePieces } from './write-pieces';

/**
 * Writes tensors to a file whose ending tells the format: `.safetensors`, `.npz`, `.npy` (one tensor), or `.ckpt`, a checkpoint of
 * TensorFlow by names alone. Node only. Throws a {@link TenlabError} for another ending, and for what the format does not have.
 *
 * @example
 * await saveTensors(new Map([['x', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }]]), 'x.npz');
 */
export async function saveTensors(tensors: ReadonlyMap<string, StoredArray>, path: string): Promise<void> {
  expectNode('saveTensors', path, 'encodeSafetensors or encodeNpz, which give the bytes');
  const [ending] = /\.[a-z]+$/.exec(path.toLowerCase()) ?? [''];
  const arrays = [...tensors.values()];
  if (ending === '.safetensors') return writePieces(path, safetensorsPieces(tensors));
  if (ending === '.npz') return writePieces(path, npzPieces(tensors, path));
  if (ending === '.npy' && arrays.length === 1) return writePieces(path, npyPieces(arrays[0]!, path));
  if (ending === '.ckpt') {
    const { index, data } = encodeBundle(tensors);
    await writePieces(dataFileName(path, 0, 1), data);
    return writePieces(`${path}.index`, index);
  }
  throw new TenlabError({
    code: 'unsupported-format',
    place: path,
    expected: 'a path that ends in .safetensors, .npz, .ckpt, or .npy for one tensor',
    received: inWords(ending === '.npy' ? `.npy for ${arrays.length} tensors` : ending || 'no ending'),
    remedy: 'Name the file so. Whole models are written by saveModel, exportOnnx and exportTfjs.',
  });
}
