import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('is off by 2.5 miles per gallon at most with seed %d', async (seed) => {
  const { end, outcome, figures } = await fastRun(
    { ...lab, tiers: { ...lab.tiers, laptop: { epochs: 150, batchSize: 32 } } },
    { tier: 'laptop', seed },
  );
  expect(end.test.mae).toBeLessThanOrEqual(2.5);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('speaks Chinese', async () => {
  expect(JSON.stringify((await fastRun(lab, { language: 'zh' })).events)).toContain('独热编码');
});
