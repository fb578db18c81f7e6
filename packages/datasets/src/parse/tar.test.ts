import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseTar } from './tar';

it('reads what tar wrote, and refuses it cut short', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-tar-'));
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'one.bin'), Buffer.alloc(700, 7));
  writeFileSync(join(folder, 'a', 'empty'), '');
  const archive = execFileSync('tar', ['-cf', '-', 'a'], { cwd: folder });
  rmSync(folder, { recursive: true });
  const files = parseTar(archive);
  expect([...files.keys()].sort()).toEqual(['a/empty', 'a/one.bin']);
  expect(files.get('a/one.bin')).toHaveLength(700);
  expect(() => parseTar(archive.subarray(0, 1000), 'a.tar')).toThrow('a.tar: a whole tar archive');
});
