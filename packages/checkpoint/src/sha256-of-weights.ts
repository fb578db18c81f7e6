import type { Model } from '@tenlab/layers';
import { bytesOfArray } from './formats/stored-array';
import { sha256 } from './sha256';
import { collectWeights } from './weights/collect-weights';
import { joinPieces } from './write-pieces';

/**
 * One checksum over all weights of a model: equal for two models exactly when path, type, shape and every bit of each weight are.
 *
 * `sha256(path₁ \n dtype₁ \n shape₁ \n bytes₁ path₂ …)` in the order of `model.weights`, bytes little-endian; 64 hexadecimal digits.
 *
 * @example
 * await sha256OfWeights(model); // '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92'
 */
export async function sha256OfWeights(model: Model): Promise<string> {
  const arrays = await collectWeights(model, 'sha256OfWeights');
  const pieces = [...arrays].flatMap(([path, array]) => [
    new TextEncoder().encode(`${path}\n${array.dtype}\n${array.shape}\n`),
    bytesOfArray(array),
  ]);
  return sha256(joinPieces(pieces));
}
