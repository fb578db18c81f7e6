import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type ExerciseFile, writeExercises } from './exercise-files';

it('writes starter, solution and steps of every lab with an exercise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-exercises-'));
  await writeExercises(fileURLToPath(new URL('../../..', import.meta.url)), folder);
  expect((await readdir(folder)).length).toBe(10);
  const { starter, solution, steps } = JSON.parse(await readFile(join(folder, 'iris.json'), 'utf8')) as ExerciseFile;
  expect(starter).toContain('TODO');
  expect(solution).not.toContain('TODO');
  expect(steps.map(({ hints }) => hints.length)).toEqual(steps.map(() => 3));
});
