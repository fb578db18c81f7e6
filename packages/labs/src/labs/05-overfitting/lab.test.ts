import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', async () => {
  // The fewest texts and epochs that are judged.
  const few = { epochs: 12, batchSize: 256, limit: 5000 };
  const { outcome, figures } = await fastRun({ ...lab, tiers: { ...lab.tiers, laptop: few } }, { tier: 'laptop' });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['big-rises', true],
    ['l2-holds-down', true],
    ['dropout-holds-down', true],
    ['both-holds-down', true],
    ['small-rises-least', true],
    ['l2-smooths', true],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
