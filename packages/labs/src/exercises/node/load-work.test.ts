import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadWork } from './load-work';

const written = async (text: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-work-'));
  await writeFile(join(folder, 'exercise.ts'), text);
  return folder;
};

it('loads TypeScript and leaves nothing behind', async () => {
  const folder = await written('export function twice(x: number): number { return 2 * x; }');
  const { twice } = await loadWork(join(folder, 'exercise.ts'));
  expect((twice as (x: number) => number)(21)).toBe(42);
  expect(await readdir(folder)).toEqual(['exercise.ts']);
});

it.each(['export function twice( {', "throw new Error('mine');"])('names what cannot be loaded: %j', async (text) => {
  const folder = await written(text);
  await expect(loadWork(join(folder, 'exercise.ts'))).rejects.toMatchObject({ id: 'does-not-load' });
  expect(await readdir(folder)).toEqual(['exercise.ts']);
});
