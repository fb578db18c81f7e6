import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3, 4])('says 31 for 10, give or take 0.1, with seed %d', async (seed) => {
  const { end, outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(Math.abs(end.test.prediction! - 31)).toBeLessThan(0.1);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
