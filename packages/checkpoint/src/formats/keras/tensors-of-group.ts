import type { FileTensor } from '../../weights/file-tensor';
import { Hdf5Dataset, Hdf5Group } from '../hdf5/read/hdf5-file';

/** A dataset of a file as a tensor. */
export function tensorOfDataset(dataset: Hdf5Dataset): FileTensor {
  const { type, shape, path } = dataset;
  const dtype = type.kind === 'number' ? type.dtype : type.kind === 'opaque' ? 'float (opaque)' : type.kind;
  return { name: path, dtype, shape, read: () => dataset.read() };
}

/** The dataset of this name in a group. */
export async function tensorIn(group: Hdf5Group, name: string): Promise<FileTensor> {
  const dataset = await group.get(name);
  if (dataset instanceof Hdf5Dataset) return tensorOfDataset(dataset);
  return { name: `${group.path}/${name}`, dtype: 'no array', shape: null, read: unreadable };
}

/** The arrays of a layer: those in `vars` of its group, by their numbers. Undefined where there is no such group. */
export async function numberedTensors(root: Hdf5Group, path: string): Promise<FileTensor[] | undefined> {
  const group = await root.get(path === '' ? 'vars' : `${path}/vars`);
  if (!(group instanceof Hdf5Group)) return undefined;
  const tensors: FileTensor[] = [];
  const names = new Set(await group.names());
  for (let index = 0; names.has(String(index)); index++) tensors.push(await tensorIn(group, String(index)));
  return tensors;
}

async function unreadable(): Promise<never> {
  throw new TypeError('a group has no elements');
}
