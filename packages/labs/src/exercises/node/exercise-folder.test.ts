import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exerciseFolder, exerciseText, readState, startExercise, writeState } from './exercise-folder';

const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-exercise-'));

it('writes the starter, and never over work that is there', async () => {
  const folder = join(await fresh(), 'deep');
  const file = await startExercise('tiny', folder, 'starter');
  await writeFile(file, 'my work');
  await expect(startExercise('tiny', folder, 'starter')).rejects.toMatchObject({ code: 'exercise-exists' });
  expect(await readFile(file, 'utf8')).toBe('my work');
});

it('keeps how far one is', async () => {
  const folder = await fresh();
  await expect(readState('tiny', folder)).rejects.toMatchObject({ code: 'no-exercise' });
  await startExercise('tiny', folder, 'starter');
  expect(await readState('tiny', folder)).toEqual({ lab: 'tiny', hints: {}, passed: false });
  await writeState(folder, { lab: 'tiny', hints: { model: 2 }, passed: true });
  expect(await readState('tiny', folder)).toEqual({ lab: 'tiny', hints: { model: 2 }, passed: true });
});

it('finds the texts that the package carries, and says when one is missing', async () => {
  expect(await exerciseText('01-mnist-digits', 'exercise.ts')).toContain('TODO');
  await expect(exerciseText('no-lab', 'exercise.ts')).rejects.toMatchObject({ code: 'exercise-missing' });
});

it('lies below the current folder unless told otherwise', () => {
  expect(exerciseFolder('tiny')).toBe(join(process.cwd(), 'exercises', 'tiny'));
  expect(exerciseFolder('tiny', '/there')).toBe('/there');
});
