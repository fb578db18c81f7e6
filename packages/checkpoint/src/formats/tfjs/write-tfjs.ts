import { joinPieces } from '../../write-pieces';
import { bytesOfArray, type StoredArray } from '../stored-array';

/** The size of a shard that browsers keep in their caches, as TF.js's converter makes them. */
const shardSize = 4 * 1024 * 1024;

/**
 * The files of a layers model as TF.js loads it (`tf.loadLayersModel`), by name: `model.json`, and the weights in shards of 4 MiB.
 *
 * @param config the model's configuration in the form of Keras 2; undefined for weights alone
 */
export function tfjsFiles(
  config: Record<string, unknown> | undefined,
  tensors: ReadonlyMap<string, StoredArray>,
): Map<string, Uint8Array[]> {
  const weights = [...tensors].map(([name, { dtype, shape }]) => ({ name, shape, dtype }));
  const pieces = [...tensors.values()].map(bytesOfArray);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  const count = Math.max(1, Math.ceil(total / shardSize));
  const names = Array.from({ length: count }, (_, index) => `group1-shard${index + 1}of${count}.bin`);
  const json = {
    format: 'layers-model',
    generatedBy: 'tenlab',
    convertedBy: null,
    ...(config && { modelTopology: { keras_version: '2.15.0', backend: 'tensorflow', model_config: config } }),
    weightsManifest: [{ paths: names, weights }],
  };
  // Shards first: the file that names them is written when they are there.
  const files = new Map<string, Uint8Array[]>();
  for (const [index, name] of names.entries()) files.set(name, cut(pieces, index * shardSize, (index + 1) * shardSize));
  files.set('model.json', [new TextEncoder().encode(JSON.stringify(json))]);
  return files;
}

/** What of some pieces lies in a range of all. */
function cut(pieces: readonly Uint8Array[], start: number, end: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let first = 0;
  for (const piece of pieces) {
    const [from, to] = [Math.max(start, first), Math.min(end, first + piece.length)];
    if (from < to) found.push(piece.subarray(from - first, to - first));
    first += piece.length;
  }
  return found.length > 0 ? found : [joinPieces([])];
}
