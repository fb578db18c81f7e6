import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, restores its weights, and gives the same ones on one thread as on two', { timeout: 240_000 }, async () => {
  // Two runs, not three: each holds and writes 27 million parameters.
  const { end, outcome, figures } = await fastRun(lab, { threads: 2, seed: 7 });
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  expect(end.weights_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await fastRun(lab, { threads: 1, seed: 7 })).end.weights_sha256).toBe(end.weights_sha256);
});
