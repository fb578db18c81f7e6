import type { Model } from '@tenlab/layers';
import { expectNode } from './platform/read-file';
import { piecesOf } from './save-weights';
import { expectSafetensorsPath, joinPieces, writePieces } from './write-pieces';

/**
 * Writes a whole model, its configuration and its weights, to a `.safetensors` file that {@link loadModel} opens.
 *
 * The configuration is Keras's JSON, in the file's metadata; the state of the optimizer is not kept. The file is there whole or not
 * at all. Node only; in a browser use {@link encodeModel}. Throws a {@link TenlabError} for another kind of file, a model that cannot
 * be described by a configuration, or what the disk refuses.
 *
 * @example
 * await saveModel(model, 'digits.safetensors');
 * const copy = await loadModel('digits.safetensors');
 */
export async function saveModel(model: Model, path: string): Promise<void> {
  expectNode('saveModel', path, 'encodeModel, which gives the bytes');
  expectSafetensorsPath('saveModel', path);
  await writePieces(path, await piecesOf(model, 'model', path));
}

/** The bytes that {@link saveModel} writes, for a browser to keep or to offer as a download. */
export async function encodeModel(model: Model): Promise<Uint8Array> {
  return joinPieces(await piecesOf(model, 'model', 'encodeModel'));
}
