import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { Screen } from './screen';
import { start } from './start';

it('writes the starter, names the steps, and says how to go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-start-'));
  const { result, out } = await captured(() => start('1', { folder }, new Screen()));
  expect(result).toBe(0);
  expect(await readFile(join(folder, 'exercise.ts'), 'utf8')).toContain('TODO');
  expect(out).toContain('  3  Compile it');
  expect(out).toContain(`check mnist-digits --folder ${folder}`);
  await expect(start('1', { folder }, new Screen())).rejects.toMatchObject({ code: 'exercise-exists' });
});

it('speaks Chinese, and JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-start-'));
  const { out } = await captured(() => start('1', { folder }, new Screen({ language: 'zh' })));
  expect(out).toContain('的练习');
  const other = await mkdtemp(join(tmpdir(), 'tenlab-start-'));
  const told = await captured(() => start('1', { folder: other }, new Screen({ json: true })));
  expect(JSON.parse(told.out)).toMatchObject({
    event: 'exercise',
    lab: 'mnist-digits',
    file: join(other, 'exercise.ts'),
  });
});
