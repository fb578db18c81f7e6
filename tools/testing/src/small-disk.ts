import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own. */
export interface SmallDisk {
  path: string;
  /** From now on nothing can be written to it. */
  makeReadOnly(): void;
  /** Takes it away with all that is on it. */
  remove(): void;
}

/**
 * Mounts a disk of `size` bytes, to see what a full or read-only one does: only root on Linux can. Elsewhere it says why there is none,
 * for the name of the tests that are skipped.
 *
 * @example
 * const disk = smallDisk(65536);
 * describe.skipIf('why' in disk)(`on a small real disk${'why' in disk ? ` (skipped: ${disk.why})` : ''}`, () => {});
 */
export function smallDisk(size: number): SmallDisk | { why: string } {
  if (process.platform !== 'linux') return { why: 'only Linux has tmpfs' };
  const path = mkdtempSync(join(tmpdir(), 'tenlab-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    rmSync(path, { recursive: true });
    return { why: `mounting needs root: ${String(error).split('\n')[0]}` };
  }
  return {
    path,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
    remove() {
      execFileSync('umount', [path]);
      rmSync(path, { recursive: true });
    },
  };
}
