import { inWords, TenlabError } from '@tenlab/core';
import type { Weight } from '../weight';
import type { Trainer } from './trainer';

/** The weights that steps are made for, and which layers were trainable then: a recorded step changes no others. */
export class TrainedWeights {
  #known: { weights: readonly Weight[]; flags: string } | null = null;

  /** Throws when others are trainable than at the last call. A model that is not built yet may get them still. */
  expectSame(model: Trainer): void {
    const weights = model.trainableWeights;
    const layers = model.flattenLayers();
    const flags = layers.map(({ trainable }) => (trainable ? '1' : '0')).join('');
    const unbuilt = layers.some(({ built }) => !built);
    const before = this.#known;
    const same = before?.flags === flags && before.weights.every((weight, i) => weight === weights[i]);
    if (!unbuilt && before && !same) {
      throw new TenlabError({
        code: 'stale-compile',
        place: model.place,
        expected: 'the trainable weights must be those of when the model was compiled',
        received: inWords(`${weights.length} trainable weights instead of ${before.weights.length}`),
        remedy: 'Call compile() again after setting `trainable` or changing layers.',
      });
    }
    this.#known = unbuilt ? null : { weights, flags };
  }

  forget(): void {
    this.#known = null;
  }
}
