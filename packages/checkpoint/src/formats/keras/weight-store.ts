import type { FileSet } from '../../sources/file-set';
import type { FileTensor } from '../../weights/file-tensor';
import { fileError, quoted } from '../file-error';
import { Hdf5Group, openHdf5 } from '../hdf5/read/hdf5-file';
import { parseConfig } from './parse-config';
import { numberedTensors, tensorIn } from './tensors-of-group';

/** The arrays of a `.weights.h5`, in one file or in several. */
export interface WeightStore {
  place: string;
  /** The arrays of the object at a path, by their numbers; undefined where there is no such object. */
  tensorsAt(path: string): Promise<FileTensor[] | undefined>;
  /** The paths of all objects in `layers` and beside it that have arrays, but not of the optimizer and metrics. */
  paths(): Promise<string[]>;
  /** Whether names of objects are noted beside their arrays, as Keras 3 does and Keras 2 does not. */
  notesNames(): Promise<boolean>;
  close(): Promise<void>;
}

const vars = /(^|\/)vars\/\d+$/;

/** The arrays of one file. */
export function fileStore(root: Hdf5Group, place: string): WeightStore {
  return {
    place,
    tensorsAt: (path) => numberedTensors(root, path),
    paths: () => objectPaths(root),
    notesNames: () => notesNames(root),
    close: async () => {},
  };
}

/**
 * The arrays of several files, as `model.save_weights('x.weights.json', max_shard_size=…)` writes them: a JSON file tells which
 * file holds the arrays of which object. Files are opened when they are first needed, and only files beside it.
 */
export function shardedStore(text: string, files: FileSet, place: string): WeightStore {
  const { weight_map: map } = parseConfig(text, place);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    throw fileError(place, 'invalid-file', 'an index with a `weight_map`', 'one without');
  }
  const shards = new Map<string, string[]>();
  for (const [key, value] of Object.entries(map)) {
    const names = Array.isArray(value) ? value : [value];
    if (!names.every((name) => typeof name === 'string')) {
      throw fileError(place, 'invalid-file', `names of files for ${quoted(key)}`, JSON.stringify(value).slice(0, 60));
    }
    shards.set(key.replace(/^\//, '').replace(/\/?vars$/, ''), names as string[]);
  }
  const opened = new Map<string, Promise<{ root: Hdf5Group; close(): Promise<void> }>>();
  const open = (name: string) => {
    let file = opened.get(name);
    if (!file) {
      file = files.open(name).then(async (source) => ({ root: await openHdf5(source), close: () => source.close() }));
      opened.set(name, file);
    }
    return file;
  };
  return {
    place,
    async tensorsAt(path) {
      const names = shards.get(path);
      if (!names) return undefined;
      const parts = await Promise.all(names.map(async (name) => numberedIn((await open(name)).root, path)));
      const numbered = new Map(parts.flat());
      return Array.from({ length: numbered.size }, (_, index) => numbered.get(index)).filter(
        (tensor) => tensor !== undefined,
      );
    },
    paths: async () => [...shards.keys()].filter((path) => !/^(optimizer|metrics)(\/|$)/.test(path)),
    notesNames: async () => true,
    async close() {
      const all = await Promise.allSettled(opened.values());
      await Promise.all(all.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)));
    },
  };
}

/** The arrays of an object with their numbers; a shard may hold only some. */
async function numberedIn(root: Hdf5Group, path: string): Promise<[number, FileTensor][]> {
  const group = await root.get(path === '' ? 'vars' : `${path}/vars`);
  if (!(group instanceof Hdf5Group)) return [];
  const names = (await group.names()).filter((name) => /^\d+$/.test(name));
  return Promise.all(names.map(async (name) => [Number(name), await tensorIn(group, name)] as [number, FileTensor]));
}

async function objectPaths(root: Hdf5Group): Promise<string[]> {
  const names = [...(await root.datasets()).keys()].filter((name) => vars.test(name));
  const paths = names.map((name) => name.replace(vars, '')).filter((path) => !/^(optimizer|metrics)(\/|$)/.test(path));
  return [...new Set(paths)];
}

async function notesNames(root: Hdf5Group): Promise<boolean> {
  const own = await root.get('vars');
  if (own instanceof Hdf5Group && (await own.attribute('name')) !== undefined) return true;
  const layers = await root.get('layers');
  if (!(layers instanceof Hdf5Group)) return false;
  const [first] = await layers.names();
  const group = first === undefined ? undefined : await layers.get(`${first}/vars`);
  return group instanceof Hdf5Group && (await group.attribute('name')) !== undefined;
}
