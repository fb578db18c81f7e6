import type { FileSet } from '../sources/file-set';
import type { NamedTensors } from '../weights/file-tensor';
import { openShardedSafetensors } from './safetensors/sharded';
import { openTfjsModel } from './tfjs/read-tfjs';

/**
 * The tensors that a JSON file names in files beside it: an index of safetensors, or a model.json of TF.js, which has an order.
 * Undefined for JSON of another kind.
 */
export async function openNamedTensors(text: string, files: FileSet, name: string): Promise<NamedTensors | undefined> {
  let json: { weight_map?: object; weightsManifest?: unknown } | null;
  try {
    json = JSON.parse(text) as typeof json;
  } catch {
    // Whoever reads JSON of the other kind says what is wrong with it.
    return undefined;
  }
  if (json?.weightsManifest !== undefined) {
    return openTfjsModel(files, name);
  }
  const shards = Object.values(json?.weight_map ?? {});
  if (shards.length === 0 || !shards.every((shard) => typeof shard === 'string' && shard.endsWith('.safetensors'))) {
    return undefined;
  }
  return openShardedSafetensors(files, name);
}
