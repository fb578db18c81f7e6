import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exerciseOf, ownOptions } from './exercise-of';

it('finds the exercise of a lab by name and number', async () => {
  const found = await exerciseOf('1', { folder: '/there' });
  expect([found.about.id, found.file]).toEqual(['mnist-digits', join('/there', 'exercise.ts')]);
  expect((await found.load()).lab).toBe('mnist-digits');
});

it('refuses a lab that there is not', async () => {
  await expect(exerciseOf('99', {})).rejects.toMatchObject({ code: 'unknown-lab' });
});

it('repeats in commands to try what this command line was given', () => {
  expect(ownOptions({ folder: 'here' }, { langOption: ' --lang zh' })).toBe(' --folder here --lang zh');
  expect(ownOptions({}, { langOption: '' })).toBe('');
});
