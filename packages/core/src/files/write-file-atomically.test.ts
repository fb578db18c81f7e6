import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallDisk } from '@tenlab/testing';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeUnfinished, writeFileAtomically } from './write-file-atomically';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenlab-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const injected = (code: string) => Object.assign(new Error(`${code}: injected, write`), { code, syscall: 'write' });

describe('writeFileAtomically', () => {
  it('writes text, bytes, and what a function writes', async () => {
    const file = join(folder, 'a');
    await writeFileAtomically(file, 'naïve');
    expect(await readFile(file, 'utf8')).toBe('naïve');
    await writeFileAtomically(file, Uint8Array.of(1, 2, 3));
    expect([...(await readFile(file))]).toEqual([1, 2, 3]);
    await writeFileAtomically(file, async (handle) => {
      await handle.writeFile('one ');
      await handle.writeFile('two');
    });
    expect(await readFile(file, 'utf8')).toBe('one two');
    await writeFileAtomically(file, '');
    expect((await stat(file)).size).toBe(0);
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('writes a large file whole', async () => {
    const bytes = new Uint8Array(3_000_001).map((_, index) => index * 31);
    await writeFileAtomically(join(folder, 'large'), bytes);
    expect(Buffer.compare(await readFile(join(folder, 'large')), bytes)).toBe(0);
  });

  it('shows a reader the old file until the new one is whole', async () => {
    const file = join(folder, 'a');
    await writeFileAtomically(file, 'old');
    await writeFileAtomically(file, async (handle) => {
      await handle.writeFile('new, half');
      expect(await readFile(file, 'utf8')).toBe('old');
      await handle.writeFile(' and whole');
    });
    expect(await readFile(file, 'utf8')).toBe('new, half and whole');
  });

  it('lets many writers write the same file: one of them wins, whole', async () => {
    const file = join(folder, 'a');
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(texts.map((text) => writeFileAtomically(file, text)));
    expect(texts).toContain(await readFile(file, 'utf8'));
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('leaves the old file and nothing else when the function fails, and passes its error on', async () => {
    const file = join(folder, 'a');
    await writeFileAtomically(file, 'old');
    const failed = writeFileAtomically(file, async (handle) => {
      await handle.writeFile('half');
      throw new RangeError('no more');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only-file-system'],
    ['EACCES', 'permission-denied'],
    ['EIO', 'write-failed'],
  ])('explains %s in the middle of writing (injected), and leaves nothing', async (code, ours) => {
    const file = join(folder, 'a');
    await writeFileAtomically(file, 'old');
    const failed = writeFileAtomically(file, async (handle) => {
      await handle.writeFile('half');
      throw injected(code);
    });
    await expect(failed).rejects.toMatchObject({ code: ours, place: file });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('explains a folder that does not exist, is a file, or is meant as a file', async () => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(writeFileAtomically(join(folder, 'no', 'a'), 'x')).rejects.toMatchObject({ code: 'folder-missing' });
    await expect(writeFileAtomically(join(folder, 'file', 'a'), 'x')).rejects.toMatchObject({ code: 'not-a-folder' });
    await expect(writeFileAtomically(folder, 'x')).rejects.toMatchObject({ code: 'is-a-folder' });
    await expect(writeFileAtomically(join(folder, 'n'.repeat(300)), 'x')).rejects.toMatchObject({
      code: 'name-too-long',
    });
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('takes the longest name that the file system takes', async () => {
    const name = 'n'.repeat(255);
    await writeFileAtomically(join(folder, name), 'x');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('writes through a symbolic link, and leaves the link', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'a'), 'old');
    await symlink(join('real', 'a'), join(folder, 'link'));
    await writeFileAtomically(join(folder, 'link'), 'new');
    expect(await readFile(join(folder, 'real', 'a'), 'utf8')).toBe('new');
    expect(await readlink(join(folder, 'link'))).toBe(join('real', 'a'));
  });

  it('keeps the permissions of the file it replaces', async () => {
    const file = join(folder, 'a');
    await writeFile(file, 'old');
    await chmod(file, 0o666);
    await writeFileAtomically(file, 'new');
    expect((await stat(file)).mode & 0o777).toBe(0o666);
    await chmod(file, 0o600);
    await writeFileAtomically(file, 'newer');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

// Root can mount one on Linux. Elsewhere the injected errors above stand in.
const disk = smallDisk(65536);

describe(`on a small real disk${'why' in disk ? ` (skipped: ${disk.why})` : ''}`, () => {
  const run = 'why' in disk ? it.skip : it;
  const mount = 'path' in disk ? disk.path : '';
  afterAll(() => {
    if ('path' in disk) disk.remove();
  });

  run('says that the disk is full, keeps the old file, and leaves nothing half written', async () => {
    const file = join(mount, 'weights');
    await writeFileAtomically(file, 'old');
    const failed = writeFileAtomically(file, new Uint8Array(200_000));
    await expect(failed).rejects.toMatchObject({ code: 'disk-full', place: file });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(mount)).toEqual(['weights']);
    await writeFileAtomically(file, 'there is room again');
  });

  run('says that a file system is read-only', async () => {
    if ('path' in disk) disk.makeReadOnly();
    const failed = writeFileAtomically(join(mount, 'weights'), 'new');
    await expect(failed).rejects.toMatchObject({ code: 'read-only-file-system' });
  });
});

describe('removeUnfinished', () => {
  it('removes what dead processes left of my files, and nothing else', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    const names = [
      `.mine.${dead}.0123456789ab.tmp`,
      `.mine.${process.pid}.0123456789ab.tmp`,
      `.other.${dead}.0123456789ab.tmp`,
      'mine',
    ];
    for (const name of names) await writeFile(join(folder, name), 'x');
    await removeUnfinished(folder, (name) => name === 'mine');
    expect((await readdir(folder)).sort()).toEqual(names.slice(1).sort());
    await removeUnfinished(join(folder, 'nowhere'), () => true);
  });
});
