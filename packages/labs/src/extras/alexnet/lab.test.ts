import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, and restores its weights', async () => {
  const { outcome, figures } = await fastRun(lab);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
