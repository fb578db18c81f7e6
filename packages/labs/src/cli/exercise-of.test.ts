import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exerciseOf } from './exercise-of';

it('finds the exercise of a lab by name and number', async () => {
  const found = await exerciseOf('1', { folder: '/there', lang: 'zh' });
  expect([found.about.id, found.file, found.language]).toEqual(['mnist-digits', join('/there', 'exercise.ts'), 'zh']);
  expect((await found.load()).lab).toBe('mnist-digits');
});

it('refuses a lab that there is not', async () => {
  await expect(exerciseOf('99', {})).rejects.toMatchObject({ code: 'unknown-lab' });
});
