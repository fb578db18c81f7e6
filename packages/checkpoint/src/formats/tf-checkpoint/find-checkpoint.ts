import { type FileSet, folderFiles } from '../../sources/file-set';
import { latestCheckpoint } from './latest-checkpoint';

/** A checkpoint: its name among the files of its folder. */
export interface FoundCheckpoint {
  files: FileSet;
  prefix: string;
}

/**
 * The TensorFlow checkpoint that a path means; undefined where it means none. As in TensorFlow a path may be that of the checkpoint
 * without an ending (`run/weights.ckpt`), of its index, of a folder whose file `checkpoint` names the newest, or of a SavedModel. Node only.
 */
export async function findCheckpoint(path: string): Promise<FoundCheckpoint | undefined> {
  const { basename, dirname, join } = process.getBuiltinModule('node:path');
  const { stat } = process.getBuiltinModule('node:fs').promises;
  const isFile = (name: string) =>
    stat(name).then(
      (status) => status.isFile(),
      () => false,
    );
  const found = (name: string): FoundCheckpoint => ({ files: folderFiles(dirname(name)), prefix: basename(name) });
  if (await isFile(`${path}.index`)) return found(path);
  if (await isFile(path)) return path.endsWith('.index') ? found(path.slice(0, -'.index'.length)) : undefined;
  if (await isFile(join(path, 'variables', 'variables.index'))) return found(join(path, 'variables', 'variables'));
  if (!(await isFile(join(path, 'checkpoint')))) return undefined;
  const prefix = await latestCheckpoint(folderFiles(path));
  return prefix === undefined ? undefined : found(join(path, prefix));
}

/** The checkpoint among files that belong together; undefined where there is no index among them. */
export async function checkpointAmong(files: FileSet): Promise<FoundCheckpoint | undefined> {
  const names = (await files.list())
    .filter((name) => name.endsWith('.index'))
    .map((name) => name.slice(0, -'.index'.length));
  const newest = names.length > 1 ? await latestCheckpoint(files) : undefined;
  const prefix = newest ?? names[0];
  return prefix === undefined ? undefined : { files, prefix };
}
