import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('ends well on a few texts, with the same weights on one thread as on two, and tells all in Chinese too', async () => {
  const two = await fastRun(lab, { threads: 2 });
  const named = two.outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect(named).toEqual(two.figures);
  const one = await fastRun(lab, { threads: 1, language: 'zh' });
  expect(one.end.weights_sha256).toBe(two.end.weights_sha256);
  expect(one.outcome.story.title).toBe('电影评论');
  expect((await fastRun(lab, { seed: 2 })).end.weights_sha256).not.toBe(two.end.weights_sha256);
});

it.each([1, 2, 3])(
  'judges three quarters of the test sentences as people did, with seed %d',
  { timeout: 120_000 },
  async (seed) => {
    const { end, outcome } = await fastRun(lab, { tier: 'laptop', seed });
    expect(end.test.accuracy).toBeGreaterThanOrEqual(0.75);
    expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
  },
);
