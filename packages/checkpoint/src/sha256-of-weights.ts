import type { Model } from '@tenlab/layers';
import { sha256OfArrays } from './sha256-of-arrays';
import { collectWeights } from './weights/collect-weights';

/**
 * One checksum over all weights of a model: equal for two models exactly when name, type, shape and every bit of each weight are.
 *
 * `sha256(name₁ \n dtype₁ \n shape₁ \n bytes₁ name₂ …)` in the order of `model.weights`, bytes little-endian; 64 hexadecimal digits. The name
 * is the weight's own, `kernel`, not its path: as in Keras, a path tells the models around a layer only until the model is saved and loaded.
 *
 * @example
 * await sha256OfWeights(model); // '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92'
 */
export async function sha256OfWeights(model: Model): Promise<string> {
  const arrays = [...(await collectWeights(model, 'sha256OfWeights')).values()];
  return sha256OfArrays(model.weights.map(({ name }, index) => [name, arrays[index]!]));
}
