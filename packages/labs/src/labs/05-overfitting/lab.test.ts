import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('shows what it claims with seed %d', { timeout: 240_000 }, async (seed) => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['big-rises', true],
    ['l2-holds-down', true],
    ['dropout-holds-down', true],
    ['both-holds-down', true],
    ['small-rises-least', true],
  ]);
  expect(outcome.story.sections.flatMap((section) => section.figures ?? [])).toEqual(figures);
});

it('gives the same weights on one thread as on two, and others for another seed', async () => {
  const sum = async (threads: number, seed: number) => (await fastRun(lab, { threads, seed })).end.weights_sha256;
  const one = await sum(1, 7);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await sum(2, 7)).toBe(one);
  expect(await sum(2, 8)).not.toBe(one);
});
