import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isRunning } from '../platform/is-running';
import { writeError } from './file-error';

/** What one writes into: the part of Node's `FileHandle` for it, named here so that who uses this package needs no types of Node. */
export interface FileWriter {
  /** Adds text (UTF-8) or bytes at the end. */
  writeFile(data: string | Uint8Array): Promise<void>;
}

/** The content of a file: all at once, or written piece by piece into a handle that is opened and closed for you. */
export type FileContent = string | Uint8Array | ((handle: FileWriter) => Promise<void>);

/**
 * Writes a file so that a reader sees the old one or the new one, whole, whatever happens in between.
 *
 * The content goes into a temporary file with a name of its own in the same folder, is flushed to the disk, and takes the
 * file's place by one rename, which is flushed too. On failure the temporary file is removed and the old file is untouched;
 * after a kill or a power cut a file `.NAME.….tmp` may lie beside it. A symbolic link is followed; permissions are kept.
 *
 * @param path the file; its folder must exist
 * @param content text (UTF-8), bytes, or a function that writes into a file handle
 * @throws TenlabError `disk-full`, `read-only-file-system`, `permission-denied`, `folder-missing`, `not-a-folder`,
 *   `is-a-folder`, `name-too-long` or `write-failed`; what the function throws of its own passes unchanged
 *
 * @example
 * await writeFileAtomically('config.json', JSON.stringify({ seed: 42 }));
 * await writeFileAtomically('weights.bin', async (handle) => {
 *   await handle.writeFile(header);
 *   await handle.writeFile(values);
 * });
 */
export async function writeFileAtomically(path: string, content: FileContent): Promise<void> {
  let temporary: string | undefined;
  let handle: FileHandle | undefined;
  try {
    const { target, mode } = await targetOf(path);
    // Opened before its name is remembered for removal: what another program owns is never removed.
    const name = join(dirname(target), temporaryName(basename(target)));
    handle = await open(name, 'wx', mode ?? 0o666);
    temporary = name;
    // The mode of `open` passes through the umask; that of a file to be replaced must not.
    if (mode !== undefined) await handle.chmod(mode);
    await (typeof content === 'function' ? content(handle) : handle.writeFile(content));
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(temporary, target);
    temporary = undefined;
    await flushFolder(dirname(target));
  } catch (error) {
    await handle?.close().catch(() => {});
    const leftover = temporary !== undefined && !(await removed(temporary)) ? temporary : undefined;
    throw writeError(error, path, leftover) ?? error;
  }
}

/**
 * Removes the temporary files that {@link writeFileAtomically} left in a folder when its process was killed. Those of processes that
 * still run are kept, and so are those of other files than `isMine` says.
 *
 * @param folder where they lie; one that is missing holds none
 * @param isMine whether a file of this name is the caller's
 */
export async function removeUnfinished(folder: string, isMine: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const [, target, pid] = /^\.(.+)\.(\d+)\.[0-9a-f]{12}\.tmp$/.exec(name) ?? [];
    if (target !== undefined && isMine(target) && !isRunning(Number(pid))) await removed(join(folder, name));
  }
}

/** Where the file really lies, behind links, and its permissions if there is one already. */
async function targetOf(path: string): Promise<{ target: string; mode: number | undefined }> {
  const target = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return resolve(path);
    throw error;
  });
  const existing = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (existing?.isDirectory()) {
    const message = `EISDIR: illegal operation on a directory, open '${path}'`;
    throw Object.assign(new Error(message), { code: 'EISDIR', syscall: 'open', path });
  }
  return { target, mode: existing === undefined ? undefined : existing.mode & 0o7777 };
}

/** A name that no other writer uses, short enough that any legal name gives a legal one. */
function temporaryName(name: string): string {
  return `.${name.slice(0, 40)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Makes the rename itself survive a power cut. Windows cannot open folders, and needs no such step. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removed(path: string): Promise<boolean> {
  return unlink(path).then(
    () => true,
    () => false,
  );
}
