import type { FileSet } from '../sources/file-set';
import { readShardedSafetensors } from './safetensors/sharded';
import type { CheckpointWeights } from './tf-checkpoint/read-weights';
import { readTfjsModel } from './tfjs/read-tfjs';

/**
 * The tensors that a JSON file names in files beside it: an index of safetensors, or a model.json of TF.js. Undefined for JSON of
 * another kind.
 */
export async function readNamedTensors(
  text: string,
  files: FileSet,
  name: string,
): Promise<CheckpointWeights | undefined> {
  let json: { weight_map?: object; weightsManifest?: unknown } | null;
  try {
    json = JSON.parse(text) as typeof json;
  } catch {
    // Whoever reads JSON of the other kind says what is wrong with it.
    return undefined;
  }
  if (json?.weightsManifest !== undefined) {
    const { tensors } = await readTfjsModel(files, name);
    return { tensors, order: [...tensors.keys()] };
  }
  const shards = Object.values(json?.weight_map ?? {});
  if (shards.length === 0 || !shards.every((shard) => typeof shard === 'string' && shard.endsWith('.safetensors'))) {
    return undefined;
  }
  const { tensors } = await readShardedSafetensors(files, name);
  return { tensors, order: undefined };
}
