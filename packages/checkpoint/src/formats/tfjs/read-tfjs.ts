import type { ByteSource } from '../../sources/byte-source';
import type { FileSet } from '../../sources/file-set';
import { type FileTensor, type NamedTensors, readAllTensors } from '../../weights/file-tensor';
import { fileError } from '../file-error';
import { arrayFromBytes, type StoredArray, toNumbers } from '../stored-array';
import { type ManifestGroup, type ManifestWeight, parseManifest } from './manifest';

/** The contents of a TF.js model: what its `model.json` says of the layers, and the weights of the files beside it, in order. */
export interface TfjsModel {
  /** Keras's configuration of the model; undefined for a graph model, and for weights alone. */
  config: Record<string, unknown> | undefined;
  tensors: Map<string, StoredArray>;
}

const longestJson = 500_000_000;

/**
 * Reads a `model.json` of TF.js and the weights in the files beside it: layers models whole, of graph models the weights. Quantized
 * weights become float32 again.
 *
 * @example
 * const { tensors } = await readTfjsModel(folderFiles('web'), 'model.json');
 *
 * @throws TenlabError for a file that is damaged, missing, or elsewhere
 *
 * Source: https://www.tensorflow.org/js/guide/save_load
 */
export async function readTfjsModel(files: FileSet, name: string): Promise<TfjsModel> {
  const { config, tensors, close } = await openTfjsModel(files, name);
  try {
    return { config, tensors: await readAllTensors({ tensors }) };
  } finally {
    await close();
  }
}

/** As {@link readTfjsModel}, each tensor read when it is asked for; the names are in the model's order. */
export async function openTfjsModel(
  files: FileSet,
  name: string,
): Promise<NamedTensors & { config: TfjsModel['config'] }> {
  const source = await files.open(name);
  const { place } = source;
  let json: Record<string, unknown>;
  try {
    if (source.size > longestJson) {
      throw fileError(place, 'invalid-file', `a model.json of at most ${longestJson} bytes`, `${source.size}`);
    }
    json = parse(await source.read(0, source.size), place);
  } finally {
    await source.close();
  }
  const opened: ByteSource[] = [];
  const close = async () => {
    for (const source of opened) await source.close();
  };
  try {
    const tensors = new Map<string, FileTensor>();
    for (const group of parseManifest(json.weightsManifest, place)) {
      for (const tensor of await openGroup(files, group, place, opened)) tensors.set(tensor.name, tensor);
    }
    return { config: configOf(json), tensors, order: [...tensors.keys()], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The weights of one group; the files' bytes follow each other as if they were one file. What is opened is added to `opened`. */
async function openGroup(
  files: FileSet,
  group: ManifestGroup,
  place: string,
  opened: ByteSource[],
): Promise<FileTensor[]> {
  const sources: ByteSource[] = [];
  for (const path of group.paths) {
    const source = await files.open(path.replace(/^\.\//, ''));
    opened.push(source);
    sources.push(source);
  }
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const wanted = group.weights.reduce((sum, { size }) => sum + size, 0);
  if (wanted !== total) {
    const code = wanted > total ? 'truncated-file' : 'invalid-file';
    throw fileError(place, code, `${wanted} bytes of weights in ${group.paths.join(', ')}`, `${total}`);
  }
  let at = 0;
  return group.weights.map((weight) => {
    const start = at;
    at += weight.size;
    return {
      name: weight.name,
      // What was quantized comes out as float32, but for whole numbers.
      dtype: weight.quantization === undefined || weight.dtype === 'int32' ? weight.dtype : 'float32',
      shape: weight.shape,
      read: async () => restore(weight, await readAcross(sources, start, start + weight.size)),
    };
  });
}

/** Bytes that may begin in one file and end in another. */
async function readAcross(
  sources: readonly { size: number; read(start: number, end: number): Promise<Uint8Array> }[],
  start: number,
  end: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let first = 0;
  for (const source of sources) {
    const from = Math.max(start, first);
    const to = Math.min(end, first + source.size);
    if (from < to) bytes.set(await source.read(from - first, to - first), from - start);
    first += source.size;
  }
  return bytes;
}

function restore({ dtype, shape, quantization }: ManifestWeight, bytes: Uint8Array): StoredArray {
  if (quantization === undefined) return arrayFromBytes(dtype, shape, bytes);
  const numbers = toNumbers(arrayFromBytes(quantization.dtype, shape, bytes));
  const values =
    quantization.dtype === 'float16' ? numbers : numbers.map((value) => value * quantization.scale + quantization.min);
  if (dtype === 'int32') return { dtype, shape, data: Int32Array.from(values, Math.round) };
  return { dtype: 'float32', shape, data: Float32Array.from(values) };
}

function parse(bytes: Uint8Array, place: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw fileError(
      place,
      'invalid-file',
      'a model.json',
      cause instanceof Error ? cause.message : 'no JSON',
      undefined,
      cause,
    );
  }
  if (typeof json === 'object' && json !== null && 'weightsManifest' in json) return json as Record<string, unknown>;
  throw fileError(place, 'invalid-file', 'a model.json of TF.js, with a `weightsManifest`', 'JSON without one');
}

function configOf({ modelTopology }: Record<string, unknown>): Record<string, unknown> | undefined {
  const topology = modelTopology as Record<string, unknown> | undefined;
  const config = topology?.model_config ?? topology;
  return typeof config === 'object' && config !== null && 'class_name' in config
    ? (config as Record<string, unknown>)
    : undefined;
}
