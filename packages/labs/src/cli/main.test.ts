import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { captured } from '../testing/captured';
import { main } from './main';

// The greeting looks for runs in the current folder: here there are none.
const before = process.cwd();
beforeAll(() => process.chdir(mkdtempSync(join(tmpdir(), 'tenlab-main-'))));
afterAll(() => process.chdir(before));

it.each([[[]], [['list']], [['--help']], [['run', '--help']], [['--version']]])(
  'answers %j on stdout alone, with exit code 0',
  async (args) => {
    const { result, out, error } = await captured(() => main(args));
    expect([result, error]).toEqual([0, '']);
    expect(out).not.toBe('');
  },
);

it.each([
  [['nonsense']],
  [['list', '--nonsense']],
  [['list', 'more']],
  [['run']],
  [['--lang', 'xx']],
  [['run', '1', '--lang', 'de']],
])('refuses %j with exit code 2', async (args) => {
  const { result, out, error } = await captured(() => main(args));
  expect([result, out]).toEqual([2, '']);
  expect(error).toMatch(/Received: .+\. .+\./s);
});

it.each([[['list', '--lang', 'zh']], [['--lang', 'zh', 'list']], [['--lang', 'zh']]])(
  'speaks Chinese at %j',
  async (args) => {
    const { result, out } = await captured(() => main(args));
    expect(result).toBe(0);
    expect(out).toContain('手写数字');
  },
);

it.each(['LC_ALL', 'LANG'])('speaks the language of the machine, as %s names it', async (name) => {
  vi.stubEnv('LC_ALL', '');
  vi.stubEnv('LC_MESSAGES', '');
  vi.stubEnv(name, 'zh_CN.UTF-8');
  expect((await captured(() => main([]))).out).toContain('手写数字');
  expect((await captured(() => main(['--lang', 'en']))).out).toContain('Handwritten digits');
  vi.unstubAllEnvs();
});
