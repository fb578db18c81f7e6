import { inWords, TenlabError } from '@tenlab/core';
import { detectFormat } from './formats/detect-format';
import { quoted } from './formats/file-error';
import { type Hdf5Dataset, type Hdf5Group, openHdf5 } from './formats/hdf5/read/hdf5-file';
import { openNamedTensors } from './formats/named-tensors';
import { readNpy } from './formats/npy/read';
import { openNpz } from './formats/npz/open';
import { decodeOnnx } from './formats/onnx/read-onnx';
import { valuesOfOnnxTensor } from './formats/onnx/read-tensor';
import { SafetensorsReader } from './formats/safetensors/safetensors-reader';
import type { StoredArray } from './formats/stored-array';
import { findCheckpoint } from './formats/tf-checkpoint/find-checkpoint';
import { objectGraphKey } from './formats/tf-checkpoint/object-graph';
import { TensorBundle } from './formats/tf-checkpoint/tensor-bundle';
import { openZipDirectory } from './formats/zip/directory';
import { openZipEntry } from './formats/zip/entry';
import type { ByteSource } from './sources/byte-source';
import { folderFiles } from './sources/file-set';
import { fileSource } from './sources/file-source';
import type { NamedTensors } from './weights/file-tensor';

/** The kinds of files that hold tensors. */
export type TensorFileFormat =
  | 'safetensors'
  | 'safetensors-index'
  | 'keras'
  | 'hdf5'
  | 'tf-checkpoint'
  | 'npz'
  | 'npy'
  | 'tfjs'
  | 'onnx';

/** A file with tensors in it, of any format, read tensor by tensor. */
export interface TensorFile {
  format: TensorFileFormat;
  /** Type and shape of each tensor by name, in the order of the file. */
  tensors: ReadonlyMap<string, { dtype: string; shape: readonly number[] }>;
  read(name: string): Promise<StoredArray>;
  close(): Promise<void>;
}

/**
 * Opens a file with tensors, whatever its format: `.safetensors` or its index, `.keras`, HDF5, a checkpoint of TensorFlow (by its path
 * without ending), `.npz`, `.npy`, TF.js's `model.json`, `.onnx`. Its contents tell which; its name has no say. Node only.
 *
 * @example
 * const file = await openTensors('digits.keras');
 * [...file.tensors.keys()]; // ['layers/conv2d/vars/0', …]
 * await file.close();
 *
 * @throws TenlabError for a file that is damaged, or none of these
 */
export async function openTensors(path: string): Promise<TensorFile> {
  const checkpoint = await findCheckpoint(path);
  if (checkpoint) return fromBundle(await TensorBundle.open(checkpoint.files, checkpoint.prefix));
  const source = await fileSource(path);
  try {
    const opened = await fromSource(source);
    const close = async () => {
      await opened.close?.();
      await source.close();
    };
    return { ...opened, close };
  } catch (error) {
    await source.close();
    throw error;
  }
}

type Opened = Omit<TensorFile, 'close'> & Partial<Pick<TensorFile, 'close'>>;

async function fromSource(source: ByteSource): Promise<Opened> {
  const { place, size } = source;
  const format = await detectFormat(source);
  if (format === 'hdf5') return fromHdf5(await openHdf5(source), 'hdf5', place);
  if (format === 'json') return fromJson(source);
  if (format === 'zip') {
    const entries = await openZipDirectory(source);
    const entry = entries.get('model.weights.h5');
    if (entry === undefined) return fromNamed('npz', await openNpz(source, entries), place);
    return fromHdf5(await openHdf5(await openZipEntry(source, entry)), 'keras', place);
  }
  const start = await source.read(0, Math.min(size, 9));
  if (start[0] === 0x93 && start[1] === 0x4e) {
    const array = readNpy(await source.read(0, size), place);
    const tensor = { name: 'array', dtype: array.dtype, shape: array.shape, read: async () => array };
    return fromNamed('npy', { tensors: new Map([['array', tensor]]), order: undefined, close: async () => {} }, place);
  }
  // Behind the length of its header, a safetensors file goes on with JSON.
  if (start[8] === 0x7b || size < 8) return fromSafetensors(await SafetensorsReader.open(source));
  // The first field of an ONNX model is a small number, its version.
  if (start[0] === 0x08) return fromOnnx(source);
  throw new TenlabError({
    code: 'unsupported-file',
    place,
    expected:
      'a file with tensors: .safetensors, .keras, HDF5, a TensorFlow checkpoint, .npz, .npy, model.json or .onnx',
    received: inWords(`a file that begins with ${quoted(new TextDecoder('latin1').decode(start))}`),
    remedy: 'Check the path; name a checkpoint by its path without .index or .data.',
  });
}

function fromBundle(bundle: TensorBundle): TensorFile {
  const tensors = new Map([...bundle.tensors].filter(([name]) => name !== objectGraphKey));
  return { format: 'tf-checkpoint', tensors, read: (name) => bundle.read(name), close: () => bundle.close() };
}

function fromSafetensors(reader: SafetensorsReader): Opened {
  return { format: 'safetensors', tensors: reader.tensors, read: (name) => reader.read(name) };
}

async function fromJson(source: ByteSource): Promise<Opened> {
  const { place } = source;
  const { dirname, basename } = process.getBuiltinModule('node:path');
  const text = new TextDecoder().decode(await source.read(0, source.size));
  const named = await openNamedTensors(text, folderFiles(dirname(place)), basename(place));
  if (named !== undefined) return fromNamed(named.order ? 'tfjs' : 'safetensors-index', named, place);
  throw new TenlabError({
    code: 'unsupported-file',
    place,
    expected: 'an index of safetensors files, or a model.json of TF.js',
    received: inWords('JSON of another kind'),
    remedy: 'Name one of the files with the weights themselves.',
  });
}

async function fromOnnx(source: ByteSource): Promise<Opened> {
  const { place } = source;
  const { initializers } = decodeOnnx(await source.read(0, source.size), place);
  const byName = new Map(initializers.map((tensor) => [tensor.name, tensor]));
  const files = folderFiles(process.getBuiltinModule('node:path').dirname(place));
  return {
    format: 'onnx',
    tensors: byName,
    read: async (name) => valuesOfOnnxTensor(found(byName, name, place), files),
  };
}

async function fromHdf5(root: Hdf5Group, format: 'keras' | 'hdf5', place: string): Promise<Opened> {
  const datasets = await root.datasets();
  const tensors = new Map(
    [...datasets].map(([name, { type, shape }]) => [name, { dtype: nameOfType(type), shape: shape ?? [] }]),
  );
  return { format, tensors, read: async (name) => found(datasets, name, place).read() };
}

function fromNamed(format: TensorFileFormat, { tensors, close }: NamedTensors, place: string): Opened {
  const infos = new Map([...tensors].map(([name, { dtype, shape }]) => [name, { dtype, shape: shape ?? [] }]));
  return { format, tensors: infos, read: async (name) => found(tensors, name, place).read(), close };
}

function found<T>(tensors: ReadonlyMap<string, T>, name: string, place: string): T {
  const tensor = tensors.get(name);
  if (tensor !== undefined) return tensor;
  throw new TenlabError({
    code: 'missing-array',
    place,
    expected: `a tensor named ${quoted(name)}`,
    received: [...tensors.keys()],
    remedy: 'Choose one of the names in the file.',
  });
}

/** A type of HDF5 as the others call it; one without numbers or text by its kind. */
function nameOfType(type: Hdf5Dataset['type']): string {
  if (type.kind === 'number') return type.dtype;
  return type.kind === 'text' || type.kind === 'variable-text' ? 'string' : type.kind;
}
