import { TenlabError } from '@tenlab/core';
import type { FileSet } from '../../sources/file-set';
import { parseCheckpointState } from './state-file';

/** Longer than any list of checkpoints that a program would keep. */
const mostBytes = 1_000_000;

/**
 * The name of the newest checkpoint in a folder, as its file `checkpoint` says; undefined where there is no such file. As
 * `tf.train.latest_checkpoint`. Throws a {@link TenlabError} for a file that is damaged, or names a checkpoint elsewhere.
 *
 * @example
 * const files = folderFiles('run');
 * const bundle = await TensorBundle.open(files, (await latestCheckpoint(files))!);
 */
export async function latestCheckpoint(files: FileSet): Promise<string | undefined> {
  const source = await files.open('checkpoint').catch((error: unknown) => {
    if (TenlabError.isInstance(error) && error.code === 'file-missing') return undefined;
    throw error;
  });
  if (source === undefined) return undefined;
  try {
    const bytes = await source.read(0, Math.min(source.size, mostBytes));
    return parseCheckpointState(bytes, source.place).latest;
  } finally {
    await source.close();
  }
}
