import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import type { Model } from '@tenlab/layers';
import { detectFormat } from './formats/detect-format';
import { Hdf5Group, openHdf5 } from './formats/hdf5/read/hdf5-file';
import { matchLegacy, namedTensors } from './formats/keras/legacy-groups';
import { matchWeightsH5, type Rename } from './formats/keras/match-weights-h5';
import { matchOptimizer } from './formats/keras/optimizer-state';
import { notAsked } from './formats/keras/read-keras';
import { fileStore, shardedStore, type WeightStore } from './formats/keras/weight-store';
import { openNamedTensors } from './formats/named-tensors';
import { openNpz } from './formats/npz/open';
import { openSafetensors } from './formats/safetensors/open';
import { checkpointAmong, findCheckpoint } from './formats/tf-checkpoint/find-checkpoint';
import { openCheckpointWeights } from './formats/tf-checkpoint/read-weights';
import { TensorBundle } from './formats/tf-checkpoint/tensor-bundle';
import { openZipDirectory } from './formats/zip/directory';
import { openZipEntry } from './formats/zip/entry';
import { runsInNode } from './platform/read-file';
import { folderFiles, memoryFiles } from './sources/file-set';
import { type FileInput, openSource } from './sources/open-source';
import { assignWeights } from './weights/assign-weights';
import { nameWeights } from './weights/collect-weights';
import type { NamedTensors, OptimizerTensors } from './weights/file-tensor';
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
  /**
   * Whether the optimizer of a compiled model is given the state in the file too, so that training goes on with the step it would have
   * made: `.weights.h5`, whole models and checkpoints of TensorFlow have one. Default false: only weights are read.
   */
  optimizer?: boolean;
}

/** What is to be done, as the options tell. */
interface Job {
  model: Model;
  place: string;
  partial: boolean;
  rename: Rename | undefined;
  optimizer: boolean;
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
  checkOptions(options, ['partial', 'rename', 'optimizer'], 'loadWeights');
  const { partial = false, optimizer = false } = options;
  if (optimizer) expectCompiled(model);
  const job = (place: string): Job => ({ model, place, partial, rename: renameOf(options.rename), optimizer });
  const files = source instanceof Map ? memoryFiles(source, 'loadWeights') : undefined;
  const checkpoint = await (files
    ? checkpointAmong(files)
    : typeof source === 'string' && runsInNode()
      ? findCheckpoint(source)
      : undefined);
  if (checkpoint) {
    const bundle = await TensorBundle.open(checkpoint.files, checkpoint.prefix);
    return assignNamed(job(bundle.place), openCheckpointWeights(bundle), () => bundle.close());
  }
  const file = files
    ? await files.open(mainFile(source as WeightFiles))
    : await openSource('loadWeights', source as FileInput);
  const { place } = file;
  try {
    switch (await detectFormat(file)) {
      case 'hdf5':
        return await loadHdf5(job(place), await openHdf5(file));
      case 'json': {
        const text = new TextDecoder().decode(await file.read(0, file.size));
        const beside = files ?? folderFiles(process.getBuiltinModule('node:path').dirname(place));
        const named = await openNamedTensors(text, beside, fileName(place));
        if (named) return await assignNamed(job(place), named);
        return await loadStore(job(place), shardedStore(text, beside, place));
      }
      case 'zip': {
        const entries = await openZipDirectory(file);
        const entry = entries.get('model.weights.h5');
        // Without one it is a zip file of arrays, as NumPy writes it.
        if (!entry) return await assignNamed(job(place), openNpz(file, entries));
        return await loadHdf5(job(place), await openHdf5(await openZipEntry(file, entry)));
      }
    }
    return await assignNamed(job(place), (await openSafetensors(file)).named);
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

/** Gives a model tensors that have names, and mostly an order; then lets go of their files. */
async function assignNamed(
  job: Job,
  opening: NamedTensors | Promise<NamedTensors>,
  close?: () => Promise<void>,
): Promise<LoadReport> {
  const { model, place, partial, rename } = job;
  let named: NamedTensors | undefined;
  try {
    named = await opening;
    const { tensors } = named;
    const state = stateFor(job, named.optimizer);
    if (!rename && !partial) return (await assignWeights(model, named, { place, also: state })).report;
    const taken = new Set<string>();
    const matches = [...nameWeights(model, place)].map(([name, weight]): WeightMatch => {
      const tensor = tensors.get(rename?.(name) ?? name);
      if (tensor) taken.add(tensor.name);
      return { label: name, weight, tensor };
    });
    const extra = [...tensors.keys()].filter((name) => !taken.has(name));
    return await fill(job, { matches, problems: extra.map(notAsked), unused: extra, matchedBy: 'name', state });
  } finally {
    await (named?.close ?? close)?.();
  }
}

async function loadHdf5(job: Job, root: Hdf5Group): Promise<LoadReport> {
  const { model, place, optimizer } = job;
  const whole = await root.get('model_weights');
  const legacy = whole instanceof Hdf5Group ? whole : root;
  const attributes = await legacy.attributeNames();
  if (!attributes.some((name) => /^layer_names\d*$/.test(name))) return loadStore(job, fileStore(root, place));
  const { matches, problems } = await matchLegacy(legacy, model, place);
  const group = optimizer ? await root.get('optimizer_weights') : undefined;
  const variables = group instanceof Hdf5Group ? await namedTensors(group, place) : undefined;
  const state = stateFor(job, variables && { variables });
  return fill(job, { matches, problems, unused: problems, matchedBy: 'structure', state });
}

async function loadStore(job: Job, store: WeightStore): Promise<LoadReport> {
  const { model, rename, optimizer } = job;
  try {
    const { matches, extra } = await matchWeightsH5(store, model, rename);
    const variables = optimizer ? await store.tensorsAt('optimizer') : undefined;
    const state = stateFor(job, variables && { variables });
    return await fill(job, { matches, problems: extra.map(notAsked), unused: extra, matchedBy: 'structure', state });
  } finally {
    await store.close();
  }
}

interface Filling {
  matches: readonly WeightMatch[];
  problems: readonly string[];
  /** The tensors of the file that have no weight. */
  unused: readonly string[];
  matchedBy: LoadReport['matchedBy'];
  state: ReturnType<typeof matchOptimizer>;
}

async function fill({ place, partial }: Job, filling: Filling): Promise<LoadReport> {
  const { matches, problems, unused, matchedBy, state } = filling;
  if (!partial) {
    await fillWeights([...matches, ...state.matches], { place, problems: [...problems, ...state.problems] });
    return { matchedBy, count: matches.length };
  }
  const kept = matches.flatMap((match) => problemOf(match) ?? []);
  const fitting = matches.filter((match) => problemOf(match) === undefined);
  await fillWeights([...fitting, ...state.matches], { place, problems: state.problems });
  return { matchedBy, count: fitting.length, kept, unused: [...unused] };
}

/** What of a file goes to the optimizer: nothing where that is not asked for. Throws where the file has no state of one. */
function stateFor({ model, place, optimizer }: Job, state: OptimizerTensors | undefined): Filling['state'] {
  if (!optimizer) return { matches: [], problems: [] };
  if (state && state.variables.length > 0) return matchOptimizer(model, state);
  throw new TenlabError({
    code: 'no-optimizer-state',
    place,
    expected: 'a file with the state of an optimizer',
    received: inWords('weights alone'),
    remedy: 'Leave `optimizer` out to read the weights, or save the compiled model as .keras, .weights.h5 or .ckpt.',
  });
}

function expectCompiled(model: Model): void {
  if (model.compiled) return;
  throw new TenlabError({
    code: 'not-compiled',
    place: 'loadWeights',
    expected: 'a compiled model, for `optimizer: true`',
    received: inWords(`'${model.name}', which has no optimizer`),
    remedy: 'Compile it with the optimizer that it was trained with first.',
  });
}
