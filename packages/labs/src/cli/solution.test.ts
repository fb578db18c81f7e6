import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startExercise, writeState } from '../exercises/node/exercise-folder';
import { captured } from '../testing/captured';
import { Screen } from './screen';
import { solution } from './solution';

it('shows a solution after passing or giving up, and not before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-solution-'));
  await startExercise('mnist-digits', folder, 'starter');
  const before = await captured(() => solution('1', { folder }, new Screen()));
  expect([before.result, before.out.includes('--give-up'), before.out.includes('new Sequential')]).toEqual([
    1,
    true,
    false,
  ]);
  const given = await captured(() => solution('1', { folder, giveUp: true }, new Screen()));
  expect([given.result, given.out.includes('new Sequential')]).toEqual([0, true]);
  await writeState(folder, { lab: 'mnist-digits', hints: {}, passed: true });
  expect((await captured(() => solution('1', { folder }, new Screen()))).out).toContain('new Sequential');
});
