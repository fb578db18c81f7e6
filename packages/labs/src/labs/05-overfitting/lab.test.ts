import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { expectSameBits } from '../../testing/same-bits';
import { lab } from './lab';

it.each([1, 2])('shows what it claims with seed %d', { timeout: 400_000 }, async (seed) => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
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

it('gives the same weights on one thread as on two, and others for another seed', async () => {
  await expectSameBits(lab);
});
