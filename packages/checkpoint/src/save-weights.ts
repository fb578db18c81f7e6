import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import type { Model } from '@tenlab/layers';
import { fileKind, type WeightsKind } from './file-kind';
import { planHdf5 } from './formats/hdf5/write/plan-hdf5';
import { legacyWeightsTree } from './formats/keras/write/legacy-tree';
import { shardedWeights } from './formats/keras/write/sharded-weights';
import { weightsTree } from './formats/keras/write/weights-tree';
import { safetensorsStream } from './formats/safetensors/encode';
import { shardedSafetensorsStreams } from './formats/safetensors/sharded';
import { checkpointFiles } from './formats/tf-checkpoint/write-weights';
import { expectNode } from './platform/read-file';
import { nameWeights, writtenWeights } from './weights/collect-weights';
import { writeMetadata } from './weights/file-metadata';
import { collectPieces, type Pieces, writePieces } from './write-pieces';

export interface SaveWeightsOptions {
  /**
   * The most data that one file holds, in gigabytes (2^30 bytes), as Keras's `max_shard_size`; what is more goes to further files beside it.
   * For `.weights.json`, where the default is 5, and `.safetensors`, where without it there is one file.
   */
  maxShardSize?: number;
}

/**
 * Writes a model's weights to a file, which Python and others open.
 *
 * The name tells the format: `.safetensors`, with tensors named by the weights' paths; `.weights.h5`, Keras 3's own, with the
 * optimizer's state where the model is compiled; any other `.h5`, that of Keras 2; `.ckpt`, a checkpoint of TensorFlow, which is several
 * files, has the optimizer's state too, and names itself in the folder's file `checkpoint`; `.weights.json`, Keras 3's in several files,
 * `NAME_00000.weights.h5` and so on. `.safetensors` with `maxShardSize` is written as Hugging Face has it: `NAME-00001-of-00002.safetensors`
 * and so on, with `NAME.safetensors.index.json`. A file is there whole or not at all: a crash, a full disk or Ctrl-C leaves what was there
 * before; of several files the index is taken away first and comes last, so that it never names files of two models. Node only; in a browser use
 * {@link encodeWeights}. Throws a {@link TenlabError} for another kind of file, a model without weights, or what the disk refuses.
 *
 * @example
 * await saveWeights(model, 'digits.safetensors');
 * await loadWeights(model, 'digits.safetensors'); // { matchedBy: 'name', count: 8 }
 */
export async function saveWeights(model: Model, path: string, options: SaveWeightsOptions = {}): Promise<void> {
  expectNode('saveWeights', path, 'encodeWeights, which gives the bytes');
  checkOptions(options, ['maxShardSize'], 'saveWeights');
  const { maxShardSize } = options;
  const kind = path.toLowerCase().endsWith('.ckpt') ? '.ckpt' : fileKind('saveWeights', 'weights', path);
  if (kind === '.weights.json' || (kind === '.safetensors' && maxShardSize !== undefined)) {
    return saveShards(model, path, kind, bytesOfGigabytes(maxShardSize ?? 5));
  }
  if (maxShardSize !== undefined) throw oneFile(path, maxShardSize);
  if (kind === '.ckpt') return saveCheckpoint(model, path);
  await writePieces(path, await piecesOf(model, kind, path));
}

/**
 * The bytes that {@link saveWeights} writes, for a browser to keep or to offer as a download.
 *
 * @example
 * const file = new Blob([await encodeWeights(model, 'digits.weights.h5')]);
 */
export async function encodeWeights(model: Model, name = 'model.safetensors'): Promise<Uint8Array> {
  const kind = fileKind('encodeWeights', 'weights', name);
  if (kind === '.weights.json') throw severalFiles(name);
  return collectPieces(await piecesOf(model, kind, 'encodeWeights'));
}

/** Writes the shards of a model, each whole or not at all, and the index that names them. */
async function saveShards(
  model: Model,
  path: string,
  kind: '.weights.json' | '.safetensors',
  mostBytes: number,
): Promise<void> {
  const { basename, dirname, join } = process.getBuiltinModule('node:path');
  const { rm } = process.getBuiltinModule('node:fs/promises');
  const weights = writtenWeights(model, path);
  const name = basename(path).slice(0, -kind.length);
  const files =
    kind === '.weights.json'
      ? shardedWeights(model, name, mostBytes)
      : shardedSafetensorsStreams(name, weights, {
          mostBytes,
          metadata: writeMetadata(model, weights.keys(), 'weights'),
        });
  const index = [...files.keys()].at(-1)!;
  // Shards have the same names each time: while they change, no index may say that they belong together.
  await rm(join(dirname(path), index), { force: true });
  for (const [file, pieces] of files) await writePieces(join(dirname(path), file), pieces);
}

function bytesOfGigabytes(gigabytes: number): number {
  if (typeof gigabytes === 'number' && gigabytes > 0) return gigabytes * 2 ** 30;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'saveWeights',
    expected: '`maxShardSize` as gigabytes, a number above 0',
    received: gigabytes,
    remedy: 'Pass for example 5.',
  });
}

function oneFile(path: string, maxShardSize: number): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: path,
    expected: 'a name that ends in .weights.json or .safetensors, for `maxShardSize`',
    received: maxShardSize,
    remedy: 'Name it so, or leave `maxShardSize` out: this kind of file is written whole.',
  });
}

function severalFiles(name: string): TenlabError {
  return new TenlabError({
    code: 'unsupported-format',
    place: 'encodeWeights',
    expected: 'a kind of file that is one file',
    received: inWords(`'${name}', an index of several`),
    remedy: 'Name it `.weights.h5`; saveWeights writes several files, in Node.',
  });
}

/** Writes the files of a checkpoint, each whole or not at all, those that name others last. */
async function saveCheckpoint(model: Model, path: string): Promise<void> {
  const { basename, dirname, join } = process.getBuiltinModule('node:path');
  // Throws for a model that has no weights yet.
  nameWeights(model, path);
  for (const [name, pieces] of checkpointFiles(model, basename(path)))
    await writePieces(join(dirname(path), name), pieces);
}

async function piecesOf(model: Model, kind: Exclude<WeightsKind, '.weights.json'>, place: string): Promise<Pieces> {
  // Throws for a model that has no weights yet.
  nameWeights(model, place);
  if (kind === '.weights.h5') return planHdf5(weightsTree(model)).pieces();
  if (kind === '.h5') return planHdf5(legacyWeightsTree(model)).pieces();
  return safetensorsOf(model, 'weights', place);
}

/** A safetensors file in pieces: header, then the weights, each copied from the backend when its turn comes. */
export function safetensorsOf(model: Model, kind: 'weights' | 'model', place: string): Pieces {
  const weights = writtenWeights(model, place);
  return safetensorsStream(weights, writeMetadata(model, weights.keys(), kind));
}
