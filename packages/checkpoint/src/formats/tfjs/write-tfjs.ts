import type { Pieces } from '../../write-pieces';
import { elementCount } from '../element-count';
import type { LateTensor } from '../late-tensor';
import { bytesPerElement } from '../stored-array';

/** The size of a shard that browsers keep in their caches, as TF.js's converter makes them. */
const shardSize = 4 * 1024 * 1024;

/**
 * The files of a layers model as TF.js loads it (`tf.loadLayersModel`), by name: `model.json`, and the weights in shards of 4 MiB, each made
 * when it is asked for.
 *
 * @param config the model's configuration in the form of Keras 2; undefined for weights alone
 */
export function tfjsFiles(
  config: Record<string, unknown> | undefined,
  tensors: ReadonlyMap<string, LateTensor>,
): Map<string, Pieces> {
  const weights = [...tensors].map(([name, { dtype, shape }]) => ({ name, shape, dtype }));
  const read = readerOf([...tensors.values()]);
  const count = Math.max(1, Math.ceil(read.total / shardSize));
  const names = Array.from({ length: count }, (_, index) => `group1-shard${index + 1}of${count}.bin`);
  const json = {
    format: 'layers-model',
    generatedBy: 'tenlab',
    convertedBy: null,
    ...(config && { modelTopology: { keras_version: '2.15.0', backend: 'tensorflow', model_config: config } }),
    weightsManifest: [{ paths: names, weights }],
  };
  // Shards first: the file that names them is written when they are there.
  const files = new Map<string, Pieces>();
  for (const [index, name] of names.entries()) files.set(name, read.range(index * shardSize, (index + 1) * shardSize));
  files.set('model.json', [new TextEncoder().encode(JSON.stringify(json))]);
  return files;
}

/** Reads ranges of tensors that follow each other as if they were one file. The last is kept, for the next range begins in it. */
function readerOf(tensors: readonly LateTensor[]) {
  let kept: { index: number; bytes: Uint8Array } | undefined;
  const sizes = tensors.map(({ dtype, shape }) => (elementCount(shape) ?? 0) * bytesPerElement[dtype]);
  const bytesOf = async (index: number) => {
    if (kept?.index !== index) kept = { index, bytes: await tensors[index]!.read() };
    return kept.bytes;
  };
  return {
    total: sizes.reduce((sum, size) => sum + size, 0),
    async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
      let first = 0;
      for (const [index, size] of sizes.entries()) {
        const [from, to] = [Math.max(start, first), Math.min(end, first + size)];
        if (from < to) yield (await bytesOf(index)).subarray(from - first, to - first);
        first += size;
      }
    },
  };
}
