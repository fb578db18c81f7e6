import { TenlabError } from '@tenlab/core';

/** The kinds of file that models and weights are written to, by the ends of their names; the longest that fits counts. */
const endings = {
  model: ['.keras', '.h5', '.hdf5', '.safetensors'],
  weights: ['.weights.h5', '.weights.json', '.h5', '.hdf5', '.safetensors'],
} as const;

export type ModelKind = '.keras' | '.h5' | '.safetensors';
export type WeightsKind = '.weights.h5' | '.weights.json' | '.h5' | '.safetensors';

/** The kind of file a name asks for. Throws for a name that asks for none. */
export function fileKind(place: string, what: 'model', name: string): ModelKind;
export function fileKind(place: string, what: 'weights', name: string): WeightsKind;
export function fileKind(place: string, what: 'model' | 'weights', name: string): ModelKind | WeightsKind {
  const lower = name.toLowerCase();
  const found = endings[what].find((ending) => lower.endsWith(ending));
  const onlyWeights = what === 'model' && lower.endsWith('.weights.h5');
  if (found && !onlyWeights) return found === '.hdf5' ? '.h5' : found;
  throw new TenlabError({
    code: 'unsupported-format',
    place,
    expected: `a name that ends in ${endings[what].join(', ')}`,
    received: name,
    remedy: onlyWeights
      ? 'Use saveWeights for weights alone, or name it `.keras` for the whole model.'
      : "Name the file so: its ending tells what is written, and `.keras` is Keras's own.",
  });
}
