import { nodeModule } from '../platform/node-modules';

// A lock is a file beside what it protects. It holds the process that has it and is touched while held, so one that a killed
// process left behind is recognised and taken over.

const touchEvery = 2_000;
const staleAfter = 15_000;

/** Runs `work` while no other process, here or on another machine with the same disk, holds the lock of `path`. Node only. */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const { promises } = nodeModule('fs');
  const lock = `${path}.lock`;
  const owner = `${process.pid} ${nodeModule('os').hostname()} ${nodeModule('crypto').randomUUID()}`;
  while (!(await take(lock, owner))) {
    if (await isStale(lock)) await takeAway(lock);
    else await new Promise((resume) => setTimeout(resume, 100));
  }
  const touching = setInterval(() => {
    const now = new Date();
    // If the lock is gone someone has judged this process dead; the checksum at the end still guards the file.
    promises.utimes(lock, now, now).catch(() => clearInterval(touching));
  }, touchEvery);
  touching.unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    if ((await read(lock)) === owner) await promises.rm(lock, { force: true });
  }
}

async function take(lock: string, owner: string): Promise<boolean> {
  try {
    await nodeModule('fs').promises.writeFile(lock, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A full disk makes the file but cannot fill it.
    await nodeModule('fs').promises.rm(lock, { force: true });
    throw error;
  }
}

/** Held by a process of this machine that no longer runs, or untouched for long. */
async function isStale(lock: string): Promise<boolean> {
  const [owner, status] = await Promise.all([read(lock), nodeModule('fs').promises.stat(lock).catch(unlessMissing)]);
  if (owner === undefined || status === undefined) return false;
  if (Date.now() - status.mtimeMs > staleAfter) return true;
  const [pid, host] = owner.split(' ');
  const { isRunning } = await import('@tenlab/core/node');
  return host === nodeModule('os').hostname() && !isRunning(Number(pid));
}

/** Moves a stale lock out of the way: of several processes that try, one moves it. */
async function takeAway(lock: string): Promise<void> {
  const { promises } = nodeModule('fs');
  const aside = `${lock}.${nodeModule('crypto').randomUUID()}`;
  await promises.rename(lock, aside).catch(unlessMissing);
  await promises.rm(aside, { force: true });
}

async function read(path: string): Promise<string | undefined> {
  return nodeModule('fs').promises.readFile(path, 'utf8').catch(unlessMissing);
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
