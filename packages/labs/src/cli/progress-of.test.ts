import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startExercise, writeState } from '../exercises/node/exercise-folder';
import { catalog } from '../labs/catalog';
import { headline, progressOf } from './progress-of';

const digits = catalog.slice(0, 1);

it('knows the newest finished run and how far the exercise is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-progress-'));
  expect(await progressOf(digits, folder)).toEqual([{ exercise: 'new' }]);
  const run = join(folder, 'runs', 'a');
  await mkdir(run, { recursive: true });
  const config = { lab: 'mnist-digits', state: 'finished', started: '2026-01-01', test: { loss: 0.1, accuracy: 0.98 } };
  await writeFile(join(run, 'config.json'), JSON.stringify(config));
  const exercise = join(folder, 'exercises', 'mnist-digits');
  await startExercise('mnist-digits', exercise, 'starter');
  expect(await progressOf(digits, folder)).toEqual([{ run: { path: run, test: config.test }, exercise: 'begun' }]);
  const steps = { passed: 5, all: 5 };
  await writeState(exercise, { lab: 'mnist-digits', hints: {}, passed: true, steps });
  expect(await progressOf(digits, folder)).toMatchObject([{ exercise: 'passed', steps }]);
});

it('knows what people ask for first', () => {
  expect(headline({ loss: 1, accuracy: 0.9 })).toEqual(['accuracy', 0.9]);
  expect(headline({ small_accuracy: 0.7 })).toEqual(['small_accuracy', 0.7]);
  expect(headline({})).toBeUndefined();
});
