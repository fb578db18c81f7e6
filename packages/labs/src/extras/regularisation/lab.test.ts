import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('shows what it claims with seed %d', { timeout: 180_000 }, async (seed) => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(outcome.checks.map(({ id, passed, found }) => [id, passed, found])).toEqual([
    ['plain-overfits', true, expect.anything()],
    ['l2-holds-down', true, expect.anything()],
    ['dropout-holds-down', true, expect.anything()],
    ['l2-shrinks', true, expect.anything()],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('gives the same weights on one thread as on two, and others for another seed', async () => {
  const sum = async (threads: number, seed: number) => (await fastRun(lab, { threads, seed })).end.weights_sha256;
  const one = await sum(1, 7);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await sum(2, 7)).toBe(one);
  expect(await sum(2, 8)).not.toBe(one);
});
