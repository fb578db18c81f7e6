import { IntegerLookup, type Model, StringLookup, TextVectorization } from '@tenlab/layers';
import { stateGroups } from './state-groups';

/** The path of a layer's vocabulary among the assets. */
function assetOf(path: string): string {
  return `assets/${path}/vocabulary.txt`;
}

/** Gives lookup layers the vocabularies that lie beside the weights: one token a line. `read` gives the text of an entry. */
export async function restoreVocabularies(
  model: Model,
  read: (entry: string) => Promise<string | undefined>,
): Promise<void> {
  for (const { path, layer } of stateGroups(model)) {
    const text = (await read(assetOf(path))) ?? (await read(assetOf(`${path}/_lookup_layer`)));
    if (text === undefined) continue;
    const tokens = text.split(/\r?\n/);
    if (layer instanceof TextVectorization || layer instanceof StringLookup) layer.setVocabulary(tokens);
    else if (layer instanceof IntegerLookup) layer.setVocabulary(tokens.map(Number));
  }
}

/** The vocabularies that a model's lookup layers have learned, as assets: name and text. One that was given is in the configuration. */
export function vocabulariesOf(model: Model): [name: string, text: string][] {
  return stateGroups(model).flatMap(({ path, layer }): [string, string][] => {
    const isText = layer instanceof TextVectorization;
    if (!isText && !(layer instanceof StringLookup) && !(layer instanceof IntegerLookup)) return [];
    if (layer.getConfig().vocabulary !== null) return [];
    const tokens = layer.getVocabulary();
    if (tokens.length === 0) return [];
    const text = tokens.map((token) => token ?? '').join('\n');
    // Keras writes the vocabulary of a text layer for the lookup in it too.
    return isText
      ? [
          [assetOf(`${path}/_lookup_layer`), text],
          [assetOf(path), text],
        ]
      : [[assetOf(path), text]];
  });
}
