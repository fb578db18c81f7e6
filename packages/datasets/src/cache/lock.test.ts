import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-lock-'));
const path = join(folder, 'data');

beforeEach(() => rmSync(`${path}.lock`, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('withLock', () => {
  it('lets one after the other in and leaves no file', async () => {
    let inside = 0;
    let most = 0;
    const work = async (name: number) => {
      most = Math.max(most, ++inside);
      await new Promise((resume) => setTimeout(resume, 20));
      inside--;
      return name;
    };
    const results = await Promise.all([1, 2, 3].map((name) => withLock(path, () => work(name))));
    expect(results).toEqual([1, 2, 3]);
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is free again after an error', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('takes over the lock of a process that is dead', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(`${path}.lock`, `${dead} ${hostname()} x`);
    expect(await withLock(path, async () => 'in')).toBe('in');
  });

  it('takes over a lock of another machine that nobody touches any more', async () => {
    writeFileSync(`${path}.lock`, '1 elsewhere x');
    const old = new Date(Date.now() - 60_000);
    utimesSync(`${path}.lock`, old, old);
    expect(await withLock(path, async () => 'in')).toBe('in');
  });

  it('waits for a lock that is held', async () => {
    writeFileSync(`${path}.lock`, `${process.pid} ${hostname()} x`);
    let entered = false;
    const waiting = withLock(path, async () => {
      entered = true;
    });
    await new Promise((resume) => setTimeout(resume, 250));
    expect(entered).toBe(false);
    rmSync(`${path}.lock`);
    await waiting;
    expect(entered).toBe(true);
  });

  it('says so when the folder is missing', async () => {
    await expect(withLock(join(folder, 'none', 'data'), async () => 'in')).rejects.toThrow('ENOENT');
  });
});
