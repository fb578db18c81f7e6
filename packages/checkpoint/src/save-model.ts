import type { Model } from '@tenlab/layers';
import { fileKind, type ModelKind } from './file-kind';
import { planHdf5 } from './formats/hdf5/write/plan-hdf5';
import { kerasPieces } from './formats/keras/write/keras-pieces';
import { legacyModelTree } from './formats/keras/write/legacy-tree';
import { expectNode } from './platform/read-file';
import { safetensorsOf } from './save-weights';
import { nameWeights } from './weights/collect-weights';
import { collectPieces, type Pieces, writePieces } from './write-pieces';

/**
 * Writes a whole model to a file: its configuration, its weights, and how it was compiled.
 *
 * The name tells the format: `.keras` is Keras 3's own, `.h5` its older one; both open in Python with `keras.saving.load_model`
 * and keep the state of the optimizer. `.safetensors` keeps configuration and weights, for {@link loadModel}. The file is there
 * whole or not at all. Node only; in a browser use {@link encodeModel}. Throws a {@link TenlabError} for another kind of file, a
 * model that cannot be described by a configuration, or what the disk refuses.
 *
 * @example
 * await saveModel(model, 'digits.keras');
 * const copy = await loadModel('digits.keras');
 */
export async function saveModel(model: Model, path: string): Promise<void> {
  expectNode('saveModel', path, 'encodeModel, which gives the bytes');
  await writePieces(path, await piecesOf(model, fileKind('saveModel', 'model', path), path));
}

/**
 * The bytes that {@link saveModel} writes, for a browser to keep or to offer as a download.
 *
 * @example
 * const file = new Blob([await encodeModel(model, 'digits.keras')]);
 */
export async function encodeModel(model: Model, name = 'model.safetensors'): Promise<Uint8Array> {
  return collectPieces(await piecesOf(model, fileKind('encodeModel', 'model', name), 'encodeModel'));
}

async function piecesOf(model: Model, kind: ModelKind, place: string): Promise<Pieces> {
  // Throws for a model that has no weights yet.
  nameWeights(model, place);
  if (kind === '.keras') return kerasPieces(model);
  if (kind === '.h5') return planHdf5(legacyModelTree(model)).pieces();
  return safetensorsOf(model, 'model', place);
}
