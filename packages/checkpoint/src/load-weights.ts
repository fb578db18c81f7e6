import type { Model } from '@tenlab/layers';
import { detectFormat } from './formats/detect-format';
import { type Hdf5Group, openHdf5 } from './formats/hdf5/read/hdf5-file';
import { matchLegacy } from './formats/keras/legacy-groups';
import { matchWeightsH5, type Rename } from './formats/keras/match-weights-h5';
import { notAsked } from './formats/keras/read-keras';
import { fileStore, shardedStore, type WeightStore } from './formats/keras/weight-store';
import { readNamedTensors } from './formats/named-tensors';
import { readNpz } from './formats/npz/read';
import { decodeSafetensors } from './formats/safetensors/decode';
import { checkpointAmong, type FoundCheckpoint, findCheckpoint } from './formats/tf-checkpoint/find-checkpoint';
import { type CheckpointWeights, readCheckpointWeights } from './formats/tf-checkpoint/read-weights';
import { TensorBundle } from './formats/tf-checkpoint/tensor-bundle';
import { readZipDirectory } from './formats/zip/directory';
import { readZipEntry } from './formats/zip/entry';
import { runsInNode } from './platform/read-file';
import { type ByteSource, bytesSource } from './sources/byte-source';
import { folderFiles, memoryFiles } from './sources/file-set';
import { type FileInput, openSource } from './sources/open-source';
import { assignWeights } from './weights/assign-weights';
import { nameWeights } from './weights/collect-weights';
import { readMetadata } from './weights/file-metadata';
import { tensorInMemory } from './weights/file-tensor';
import { fillWeights, problemOf, type WeightMatch } from './weights/fill-weights';
import type { LoadReport } from './weights/load-report';

export interface LoadWeightsOptions {
  /**
   * Whether weights that the file lacks, or has in another shape, keep their values; the report names them, and the tensors that
   * were not used. Default false: then an error names them, and nothing is changed.
   */
  partial?: boolean;
  /**
   * Under which name a weight is looked for in the file, by the name it would have there: a path such as `dense/kernel` in
   * safetensors, `layers/dense/vars/0` in `.weights.h5`. What the map lacks keeps its name.
   */
  rename?: Rename | Readonly<Record<string, string>>;
}

/** Files that belong together, by name: an index and its shards, chosen in a page. */
export type WeightFiles = ReadonlyMap<string, Uint8Array | Blob>;

/**
 * Gives a model the weights of a file: `.safetensors` (in several files too, by its index), `.weights.h5` and `.weights.json` of
 * Keras 3, `.h5` of Keras 2, those in a `.keras`, a checkpoint of TensorFlow (`weights.ckpt`, its folder, or a SavedModel), `.npz` of
 * NumPy, or TF.js's `model.json`.
 *
 * All or nothing, unless `partial`: one error names every weight that is missing, left over, or of another shape or type, and the
 * model stays as it was. HDF5 files of Keras name weights by their place in the model, so a second model of the same make has the
 * same names. `source` is a path (Node), the bytes of a file, a Blob, or a map of files that belong together.
 *
 * @example
 * await loadWeights(model, 'digits.weights.h5'); // { matchedBy: 'structure', count: 8 }
 */
export async function loadWeights(
  model: Model,
  source: FileInput | WeightFiles,
  options: LoadWeightsOptions = {},
): Promise<LoadReport> {
  const rename = renameOf(options.rename);
  const files = source instanceof Map ? memoryFiles(source, 'loadWeights') : undefined;
  const checkpoint = await (files
    ? checkpointAmong(files)
    : typeof source === 'string' && runsInNode()
      ? findCheckpoint(source)
      : undefined);
  if (checkpoint) return loadCheckpoint(model, checkpoint, options, rename);
  const file = files
    ? await files.open(mainFile(source as WeightFiles))
    : await openSource('loadWeights', source as FileInput);
  try {
    switch (await detectFormat(file)) {
      case 'hdf5':
        return await loadHdf5(model, await openHdf5(file), file.place, options, rename);
      case 'json': {
        const text = new TextDecoder().decode(await file.read(0, file.size));
        const beside = files ?? folderFiles(process.getBuiltinModule('node:path').dirname(file.place));
        const named = await readNamedTensors(text, beside, fileName(file.place));
        if (named) return await assignNamed(model, named, file.place, options, rename);
        return await loadStore(model, shardedStore(text, beside, file.place), options, rename);
      }
      case 'zip': {
        const bytes = await file.read(0, file.size);
        const entry = readZipDirectory(bytes, file.place).get('model.weights.h5');
        if (!entry) {
          // A zip file of arrays, as NumPy writes it.
          const tensors = readNpz(bytes, { place: file.place });
          return await assignNamed(model, { tensors, order: [...tensors.keys()] }, file.place, options, rename);
        }
        const weights = bytesSource(readZipEntry(bytes, entry, file.place), `${file.place}, entry 'model.weights.h5'`);
        return await loadHdf5(model, await openHdf5(weights), file.place, options, rename);
      }
    }
    return await loadSafetensors(model, file, options, rename);
  } finally {
    await file.close();
  }
}

/** The last part of a path, whichever slashes it has. */
function fileName(path: string): string {
  return path.replace(/^.*[/\\]/s, '');
}

/** The index of several files, or the only file. */
function mainFile(files: WeightFiles): string {
  const names = [...files.keys()];
  return names.find((name) => name.endsWith('.json')) ?? names[0] ?? '';
}

function renameOf(rename: LoadWeightsOptions['rename']): Rename | undefined {
  if (rename === undefined || typeof rename === 'function') return rename;
  return (name) => (Object.hasOwn(rename, name) ? rename[name]! : name);
}

async function loadSafetensors(
  model: Model,
  file: ByteSource,
  options: LoadWeightsOptions,
  rename: Rename | undefined,
): Promise<LoadReport> {
  const { place } = file;
  const { tensors, metadata } = decodeSafetensors(await file.read(0, file.size), place);
  return assignNamed(model, { tensors, order: readMetadata(metadata, place).order }, place, options, rename);
}

async function loadCheckpoint(
  model: Model,
  { files, prefix }: FoundCheckpoint,
  options: LoadWeightsOptions,
  rename: Rename | undefined,
): Promise<LoadReport> {
  const bundle = await TensorBundle.open(files, prefix);
  try {
    return await assignNamed(model, await readCheckpointWeights(bundle), bundle.place, options, rename);
  } finally {
    await bundle.close();
  }
}

/** Gives a model tensors that have names, and mostly an order. */
async function assignNamed(
  model: Model,
  { tensors, order }: CheckpointWeights,
  place: string,
  options: LoadWeightsOptions,
  rename: Rename | undefined,
): Promise<LoadReport> {
  if (!rename && !options.partial) return assignWeights(model, tensors, order, place).report;
  const taken = new Set<string>();
  const matches = [...nameWeights(model, place)].map(([name, weight]): WeightMatch => {
    const from = rename?.(name) ?? name;
    const array = tensors.get(from);
    if (array) taken.add(from);
    return { label: name, weight, tensor: array && tensorInMemory(from, array) };
  });
  const extra = [...tensors.keys()].filter((name) => !taken.has(name));
  return fill(matches, extra.map(notAsked), extra, 'name', place, options);
}

async function loadHdf5(
  model: Model,
  root: Hdf5Group,
  place: string,
  options: LoadWeightsOptions,
  rename: Rename | undefined,
): Promise<LoadReport> {
  const whole = await root.get('model_weights');
  const legacy = whole && 'names' in whole ? whole : root;
  const attributes = await legacy.attributeNames();
  if (!attributes.some((name) => /^layer_names\d*$/.test(name))) {
    return loadStore(model, fileStore(root, place), options, rename);
  }
  const { matches, problems } = await matchLegacy(legacy, model, place);
  return fill(matches, problems, problems, 'structure', place, options);
}

async function loadStore(
  model: Model,
  store: WeightStore,
  options: LoadWeightsOptions,
  rename: Rename | undefined,
): Promise<LoadReport> {
  try {
    // Throws for a model that has no weights yet.
    nameWeights(model, store.place);
    const { matches, extra } = await matchWeightsH5(store, model, rename);
    return await fill(matches, extra.map(notAsked), extra, 'structure', store.place, options);
  } finally {
    await store.close();
  }
}

async function fill(
  matches: readonly WeightMatch[],
  problems: readonly string[],
  unused: readonly string[],
  matchedBy: LoadReport['matchedBy'],
  place: string,
  { partial = false }: LoadWeightsOptions,
): Promise<LoadReport> {
  if (!partial) {
    await fillWeights(matches, { place, problems });
    return { matchedBy, count: matches.length };
  }
  const kept = matches.flatMap((match) => problemOf(match) ?? []);
  const fitting = matches.filter((match) => problemOf(match) === undefined);
  await fillWeights(fitting, { place });
  return { matchedBy, count: fitting.length, kept, unused: [...unused] };
}
