import type { Model } from '@tenlab/layers';
import { safetensorsPieces } from './formats/safetensors/encode';
import { expectNode } from './platform/read-file';
import { collectWeights } from './weights/collect-weights';
import { writeMetadata } from './weights/file-metadata';
import { expectSafetensorsPath, joinPieces, writePieces } from './write-pieces';

/**
 * Writes a model's weights to a `.safetensors` file, which Python and others open: tensors named by the weights' paths.
 *
 * The file is there whole or not at all: a crash, a full disk or Ctrl-C leaves what was there before. Node only; in a browser use
 * {@link encodeWeights}. Throws a {@link TenlabError} for another kind of file, a model without weights, or what the disk refuses.
 *
 * @example
 * await saveWeights(model, 'digits.safetensors');
 * await loadWeights(model, 'digits.safetensors'); // { matchedBy: 'name', count: 8 }
 */
export async function saveWeights(model: Model, path: string): Promise<void> {
  expectNode('saveWeights', path, 'encodeWeights, which gives the bytes');
  expectSafetensorsPath('saveWeights', path);
  await writePieces(path, await piecesOf(model, 'weights', path));
}

/**
 * The bytes that {@link saveWeights} writes, for a browser to keep or to offer as a download.
 *
 * @example
 * const file = new Blob([await encodeWeights(model)]);
 */
export async function encodeWeights(model: Model): Promise<Uint8Array> {
  return joinPieces(await piecesOf(model, 'weights', 'encodeWeights'));
}

/** The file in pieces: header, then the weights as they were copied from the backend. */
export async function piecesOf(model: Model, kind: 'weights' | 'model', place: string): Promise<Uint8Array[]> {
  const arrays = await collectWeights(model, place);
  return safetensorsPieces(arrays, writeMetadata(model, arrays.keys(), kind));
}
