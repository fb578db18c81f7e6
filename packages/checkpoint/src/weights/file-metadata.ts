import { inWords, TenlabError } from '@tenlab/core';
import type { Model } from '@tenlab/layers';

// What a safetensors file of ours says beside its tensors. The format allows only text, so lists and configs are JSON.

const version = '1';

/** What is known about a file beside its tensors. All of it may be missing: another program may have written the file. */
export interface FileMetadata {
  /** The names of the tensors in the model's order. */
  order: string[] | undefined;
  /** The model's configuration as Keras's JSON. */
  modelConfig: string | undefined;
}

/** The text to write into a file of weights or of a model. Throws where a model cannot be described and has to be. */
export function writeMetadata(model: Model, names: Iterable<string>, kind: 'weights' | 'model'): Map<string, string> {
  const metadata = new Map([
    ['format', 'tenlab'],
    ['format_version', version],
    ['kind', kind],
    ['weight_order', JSON.stringify([...names])],
  ]);
  try {
    metadata.set('model_config', model.toJSON());
  } catch (error) {
    // Weights are of use without it; the file says why it is not there.
    if (kind === 'model') throw error;
    metadata.set('model_config_missing', error instanceof Error ? error.message : String(error));
  }
  return metadata;
}

/** Reads it. Throws for a file of a later version of ours, and for one of ours whose text is damaged. */
export function readMetadata(metadata: ReadonlyMap<string, string>, place: string): FileMetadata {
  if (metadata.get('format') !== 'tenlab') return { order: undefined, modelConfig: undefined };
  const written = metadata.get('format_version');
  if (written !== version) {
    throw new TenlabError({
      code: 'unsupported-file',
      place,
      expected: `version ${version} of tenlab's files`,
      received: written,
      remedy: 'Update @tenlab/checkpoint: a later version wrote this file.',
    });
  }
  return { order: readOrder(metadata.get('weight_order'), place), modelConfig: metadata.get('model_config') };
}

function readOrder(text: string | undefined, place: string): string[] {
  try {
    const names: unknown = JSON.parse(text ?? '');
    if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names;
  } catch {
    // The error below says it all.
  }
  throw new TenlabError({
    code: 'invalid-file',
    place,
    expected: 'the names of the weights, a JSON list, as metadata `weight_order`',
    received: text === undefined ? inWords('none') : text,
    remedy: 'The file is damaged: write it again.',
  });
}
