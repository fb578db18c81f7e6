import type { ByteSource } from '../../sources/byte-source';
import type { FileSet } from '../../sources/file-set';
import { readMetadata } from '../../weights/file-metadata';
import { type NamedTensors, readAllTensors } from '../../weights/file-tensor';
import type { Pieces } from '../../write-pieces';
import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import type { LateTensor } from '../late-tensor';
import { divideIntoShards, shardNumber } from '../shards';
import { bytesOfArray, bytesPerElement, type StoredArray } from '../stored-array';
import type { SafetensorsFile } from './decode';
import { safetensorsPieces, safetensorsStream } from './encode';
import { SafetensorsReader } from './safetensors-reader';

// Tensors in several files, as Hugging Face has them: `model-00001-of-00002.safetensors`, …, and `model.safetensors.index.json`, which
// says in its `weight_map` which tensor lies in which file.

/** Text longer than this is no index: even a million tensors need less. */
const longestIndex = 200_000_000;

/** Reads the index: which tensor lies in which file. Throws a {@link TenlabError} for text that is none. */
export function parseSafetensorsIndex(bytes: Uint8Array, place: string): Map<string, string> {
  let index: unknown;
  try {
    index = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fileError(place, 'invalid-file', 'an index that is JSON', reason, undefined, cause);
  }
  const map = (index as { weight_map?: unknown } | null)?.weight_map;
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    throw fileError(place, 'invalid-file', 'an index with a `weight_map`', 'JSON without one');
  }
  return new Map(
    Object.entries(map).map(([name, file]) => {
      if (typeof file === 'string') return [name, file];
      throw fileError(place, 'invalid-file', `a file name for tensor ${quoted(name)}`, JSON.stringify(file));
    }),
  );
}

/**
 * Reads the tensors that an index names, out of the files beside it, in the order of the index.
 *
 * @example
 * const { tensors } = await readShardedSafetensors(folderFiles('bert'), 'model.safetensors.index.json');
 *
 * @throws TenlabError for an index or a file that is damaged, a file that is missing or elsewhere, and a tensor that is not where it should be
 */
export async function readShardedSafetensors(files: FileSet, name: string): Promise<SafetensorsFile> {
  const { tensors, metadata, close } = await openShardedSafetensors(files, name);
  try {
    return { tensors: await readAllTensors({ tensors }), metadata };
  } finally {
    await close();
  }
}

/** As {@link readShardedSafetensors}, each tensor read when it is asked for. */
export async function openShardedSafetensors(
  files: FileSet,
  name: string,
): Promise<NamedTensors & { metadata: Map<string, string> }> {
  const index = await files.open(name);
  let map: Map<string, string>;
  try {
    if (index.size > longestIndex) {
      throw fileError(index.place, 'invalid-file', `an index of at most ${longestIndex} bytes`, `${index.size}`);
    }
    map = parseSafetensorsIndex(await index.read(0, index.size), index.place);
  } finally {
    await index.close();
  }
  const readers = new Map<string, SafetensorsReader>();
  const metadata = new Map<string, string>();
  const opened: ByteSource[] = [];
  const close = async () => {
    for (const source of opened) await source.close();
  };
  try {
    for (const file of new Set(map.values())) {
      const source = await files.open(file);
      opened.push(source);
      const reader = await SafetensorsReader.open(source);
      readers.set(file, reader);
      for (const [key, value] of reader.metadata) metadata.set(key, value);
    }
    const tensors = new Map([...map].map(([tensor, file]) => [tensor, readers.get(file)!.tensor(tensor)]));
    return { tensors, order: readMetadata(metadata, index.place).order, metadata, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export interface ShardOptions {
  /** As many bytes of data a file has at most. */
  mostBytes: number;
  metadata?: ReadonlyMap<string, string>;
}

/**
 * Divides tensors among files of at most `mostBytes` of data each (one that is larger has a file of its own), and gives all files with
 * their names, the index last.
 *
 * @example
 * const files = shardedSafetensorsFiles('model', tensors, { mostBytes: 5e9 });
 * [...files.keys()]; // ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors', 'model.safetensors.index.json']
 */
export function shardedSafetensorsFiles(
  name: string,
  tensors: ReadonlyMap<string, StoredArray>,
  { mostBytes, metadata = new Map() }: ShardOptions,
): Map<string, Uint8Array[]> {
  const bytesOf = (array: StoredArray) => bytesOfArray(array).length;
  return shardedFiles(name, tensors, bytesOf, mostBytes, (shard) => safetensorsPieces(shard, metadata));
}

/** As {@link shardedSafetensorsFiles}, of tensors each of which is read when its turn comes. */
export function shardedSafetensorsStreams(
  name: string,
  tensors: ReadonlyMap<string, LateTensor>,
  { mostBytes, metadata = new Map() }: ShardOptions,
): Map<string, Pieces> {
  const bytesOf = ({ dtype, shape }: LateTensor) => bytesPerElement[dtype] * (elementCount(shape) ?? 0);
  return shardedFiles<LateTensor, Pieces>(name, tensors, bytesOf, mostBytes, (shard) =>
    safetensorsStream(shard, metadata),
  );
}

function shardedFiles<T, P>(
  name: string,
  tensors: ReadonlyMap<string, T>,
  bytesOf: (tensor: T) => number,
  mostBytes: number,
  write: (shard: Map<string, T>) => P,
): Map<string, P | Uint8Array[]> {
  const shards = divideIntoShards(tensors, ([, tensor]) => bytesOf(tensor), mostBytes);
  const files = new Map<string, P | Uint8Array[]>();
  const weightMap: [string, string][] = [];
  for (const [number, shard] of shards.entries()) {
    const file = `${name}-${shardNumber(number + 1)}-of-${shardNumber(shards.length)}.safetensors`;
    files.set(file, write(new Map(shard)));
    for (const [tensor] of shard) weightMap.push([tensor, file]);
  }
  const total = [...tensors.values()].reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  const index = { metadata: { total_size: total }, weight_map: Object.fromEntries(weightMap) };
  files.set(`${name}.safetensors.index.json`, [new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`)]);
  return files;
}
