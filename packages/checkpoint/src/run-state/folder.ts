import { inWords, TenlabError } from '@tenlab/core';
import type { RunState } from '@tenlab/layers';
import { expectNode, readFileBytes } from '../platform/read-file';
import { writePieces } from '../write-pieces';
import { decodeRunState } from './decode';
import { runStatePieces } from './encode';

// A folder holds the last two states of one run, in files numbered in the order they were written.

const name = /^run-(\d{6,})\.safetensors$/;

export interface SaveRunStateOptions {
  /**
   * The file that this run wrote or found last, null where there was none: where another has been written since, a second run uses the same
   * folder, and nothing is written. Default: not looked at.
   */
  after?: string | null;
}

/**
 * Writes the state of a run into a folder, which is made if it is not there. Node only.
 *
 * The file is there whole or not at all, and the one before it stays until the next is written: at any moment, also within this call,
 * a kill or a power cut leaves a state that {@link loadRunState} finds. Throws a {@link TenlabError} for what the disk refuses, and with
 * `after` for a folder in which another run writes.
 *
 * @example
 * await saveRunState('backup', await model.run.getState()); // 'backup/run-000001.safetensors'
 */
export async function saveRunState(
  folder: string,
  state: RunState,
  options: SaveRunStateOptions = {},
): Promise<string> {
  expectNode('saveRunState', folder, 'encodeRunState, which gives the bytes');
  const { join } = process.getBuiltinModule('node:path');
  const { makeFolder, removeUnfinished } = await import('@tenlab/core/node');
  const pieces = await runStatePieces(state);
  await makeFolder(folder);
  const before = await numbersIn(folder);
  if (options.after !== undefined) expectLatest(folder, before.at(-1), options.after);
  const path = join(folder, fileName((before.at(-1) ?? 0) + 1));
  await writePieces(path, pieces);
  for (const number of before.slice(0, -1)) await fileSystem().rm(join(folder, fileName(number)), { force: true });
  await removeUnfinished(folder, (file) => name.test(file));
  return path;
}

/**
 * The latest whole state in a folder; undefined where there is none. Node only.
 *
 * A file that is damaged is told of on the console, and the one before it is taken. Throws when there are files and none is whole.
 *
 * @example
 * const state = await loadRunState('backup');
 * if (state) await model.run.setState(state); // in a callback's onTrainBegin
 */
export async function loadRunState(folder: string): Promise<RunState | undefined> {
  expectNode('loadRunState', folder, 'decodeRunState with the bytes');
  const { join } = process.getBuiltinModule('node:path');
  const numbers = await numbersIn(folder);
  const faults: unknown[] = [];
  for (const number of numbers.reverse()) {
    const path = join(folder, fileName(number));
    try {
      return await decodeRunState(await readFileBytes(path), path);
    } catch (error) {
      // What a later version wrote is whole, and not to be passed over for something older.
      if (TenlabError.isInstance(error) && error.code === 'unsupported-file') throw error;
      faults.push(error);
      console.warn(`${error instanceof Error ? error.message : error} The state before it is used, if there is one.`);
    }
  }
  if (faults.length === 0) return undefined;
  throw new TenlabError({
    code: 'invalid-file',
    place: folder,
    expected: 'a whole state of a run',
    received: inWords(`${faults.length} files, all of them damaged`),
    remedy: 'Remove the folder to start anew.',
    cause: faults[0],
  });
}

/** The path of the latest file in a folder, whole or not; null where there is none. Node only. */
export async function latestRunState(folder: string): Promise<string | null> {
  const number = (await numbersIn(folder)).at(-1);
  return number === undefined ? null : process.getBuiltinModule('node:path').join(folder, fileName(number));
}

/** Throws where the latest file is another than the one of this run. A folder that was emptied meanwhile is no one's. */
function expectLatest(folder: string, latest: number | undefined, after: string | null): void {
  const { basename } = process.getBuiltinModule('node:path');
  if (latest === undefined || (after !== null && basename(after) === fileName(latest))) return;
  throw new TenlabError({
    code: 'folder-in-use',
    place: folder,
    expected: 'to be the folder of this run alone',
    received: inWords(`${fileName(latest)}, which another run has written meanwhile`),
    remedy: 'Stop one of the two, and give each run a folder of its own.',
  });
}

/** Removes the states of a run, and the folder if nothing else is in it. Node only. */
export async function removeRunState(folder: string): Promise<void> {
  const { rm, rmdir } = fileSystem();
  const { join } = process.getBuiltinModule('node:path');
  for (const number of await numbersIn(folder)) await rm(join(folder, fileName(number)), { force: true });
  const { removeUnfinished } = await import('@tenlab/core/node');
  await removeUnfinished(folder, (file) => name.test(file));
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code ?? '')) throw error;
  });
}

function fileSystem() {
  return process.getBuiltinModule('node:fs').promises;
}

function fileName(number: number): string {
  return `run-${String(number).padStart(6, '0')}.safetensors`;
}

/** The numbers of the files in the folder, in order. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = await namesIn(folder);
  return names
    .flatMap((file) => name.exec(file)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fileSystem().readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
