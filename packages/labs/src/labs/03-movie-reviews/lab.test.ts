import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows its pictures in the order of its story, in Chinese too', async () => {
  const { outcome, figures } = await fastRun(lab, { language: 'zh' });
  expect(outcome.story.sections.flatMap((section) => section.figures ?? [])).toEqual(figures);
  expect(outcome.story.title).toBe('电影评论');
});

it.each([1, 2, 3])('judges three quarters of the test sentences as people did, with seed %d', async (seed) => {
  const { end, outcome } = await fastRun(lab, { tier: 'laptop', seed });
  expect(end.test.accuracy).toBeGreaterThanOrEqual(0.75);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
});
