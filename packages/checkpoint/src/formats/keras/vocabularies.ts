import { IntegerLookup, type Model, StringLookup, TextVectorization } from '@tenlab/layers';
import { stateGroups } from './state-groups';

/** The path of a layer's vocabulary among the assets. */
function assetOf(path: string): string {
  return `assets/${path}/vocabulary.txt`;
}

/** Gives lookup layers the vocabularies that lie beside the weights: one token a line. `read` gives the text of an entry. */
export function restoreVocabularies(model: Model, read: (entry: string) => string | undefined): void {
  for (const { path, layer } of stateGroups(model)) {
    const text = read(assetOf(path)) ?? read(assetOf(`${path}/_lookup_layer`));
    if (text === undefined) continue;
    const tokens = text.split(/\r?\n/);
    if (layer instanceof TextVectorization || layer instanceof StringLookup) layer.setVocabulary(tokens);
    else if (layer instanceof IntegerLookup) layer.setVocabulary(tokens.map(Number));
  }
}
