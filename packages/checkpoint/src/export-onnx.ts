import type { Model, Weight } from '@tenlab/layers';
import { onnxPieces } from './formats/onnx/write/encode-onnx';
import type { StoredArray } from './formats/stored-array';
import { expectNode } from './platform/read-file';
import { collectWeights } from './weights/collect-weights';
import { joinPieces, writePieces } from './write-pieces';

/**
 * Writes an ONNX file that computes what `model.predict` does, for onnxruntime and others. As Keras's `model.export(format='onnx')`.
 *
 * Sequential and functional models of dense, convolution, pooling, normalization, embedding, recurrent, merging and reshaping layers;
 * pictures stay channels-last at both ends. Without training: dropout does nothing, batch normalization has the numbers it learned.
 * Opset 15. Node only; in a browser use {@link encodeOnnx}. Throws a {@link TenlabError} that names the first layer ONNX cannot have.
 *
 * @example
 * await exportOnnx(model, 'digits.onnx');
 */
export async function exportOnnx(model: Model, path: string): Promise<void> {
  expectNode('exportOnnx', path, 'encodeOnnx, which gives the bytes');
  await writePieces(path, await piecesOf(model, path));
}

/** The bytes that {@link exportOnnx} writes. */
export async function encodeOnnx(model: Model): Promise<Uint8Array> {
  return joinPieces(await piecesOf(model, 'encodeOnnx'));
}

async function piecesOf(model: Model, place: string): Promise<Uint8Array[]> {
  const arrays = [...(await collectWeights(model, place)).values()];
  const values = new Map<Weight, StoredArray>(model.weights.map((weight, index) => [weight, arrays[index]!]));
  return onnxPieces(model, (weight) => values.get(weight)!);
}
