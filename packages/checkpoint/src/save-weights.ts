import type { Model } from '@tenlab/layers';
import { fileKind, type WeightsKind } from './file-kind';
import { planHdf5 } from './formats/hdf5/write/plan-hdf5';
import { legacyWeightsTree } from './formats/keras/write/legacy-tree';
import { weightsTree } from './formats/keras/write/weights-tree';
import { safetensorsStream } from './formats/safetensors/encode';
import { checkpointFiles } from './formats/tf-checkpoint/write-weights';
import { expectNode } from './platform/read-file';
import { nameWeights, writtenWeights } from './weights/collect-weights';
import { writeMetadata } from './weights/file-metadata';
import { collectPieces, type Pieces, writePieces } from './write-pieces';

/**
 * Writes a model's weights to a file, which Python and others open.
 *
 * The name tells the format: `.safetensors`, with tensors named by the weights' paths; `.weights.h5`, Keras 3's own, with the
 * optimizer's state where the model is compiled; any other `.h5`, that of Keras 2; `.ckpt`, a checkpoint of TensorFlow, which is several
 * files, has the optimizer's state too, and names itself in the folder's file `checkpoint`. The file is there whole or not at all: a
 * crash, a full disk or Ctrl-C leaves what was there before. Node only; in a browser use {@link encodeWeights}. Throws a
 * {@link TenlabError} for another kind of file, a model without weights, or what the disk refuses.
 *
 * @example
 * await saveWeights(model, 'digits.safetensors');
 * await loadWeights(model, 'digits.safetensors'); // { matchedBy: 'name', count: 8 }
 */
export async function saveWeights(model: Model, path: string): Promise<void> {
  expectNode('saveWeights', path, 'encodeWeights, which gives the bytes');
  if (path.toLowerCase().endsWith('.ckpt')) return saveCheckpoint(model, path);
  await writePieces(path, await piecesOf(model, fileKind('saveWeights', 'weights', path), path));
}

/**
 * The bytes that {@link saveWeights} writes, for a browser to keep or to offer as a download.
 *
 * @example
 * const file = new Blob([await encodeWeights(model, 'digits.weights.h5')]);
 */
export async function encodeWeights(model: Model, name = 'model.safetensors'): Promise<Uint8Array> {
  return collectPieces(await piecesOf(model, fileKind('encodeWeights', 'weights', name), 'encodeWeights'));
}

/** Writes the files of a checkpoint, each whole or not at all, those that name others last. */
async function saveCheckpoint(model: Model, path: string): Promise<void> {
  const { basename, dirname, join } = process.getBuiltinModule('node:path');
  // Throws for a model that has no weights yet.
  nameWeights(model, path);
  for (const [name, pieces] of checkpointFiles(model, basename(path)))
    await writePieces(join(dirname(path), name), pieces);
}

async function piecesOf(model: Model, kind: WeightsKind, place: string): Promise<Pieces> {
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
