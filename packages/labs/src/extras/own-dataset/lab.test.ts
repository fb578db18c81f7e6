import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', { timeout: 180_000 }, async () => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed: 3 });
  expect(outcome.checks.map(({ id, passed, found }) => [id, passed, found])).toEqual([
    ['test-accuracy', true, expect.anything()],
    ['resumed-where-it-stopped', true, expect.anything()],
    ['all-parameters-written', true, '56,714'],
    ['reads-the-drawing', true, expect.anything()],
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
