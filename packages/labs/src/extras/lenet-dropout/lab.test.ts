import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, and gives the same weights on one thread as on two, and others for another seed', async () => {
  const run = (threads: number, seed: number) => fastRun(lab, { threads, seed });
  const { end, outcome, figures } = await run(1, 7);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, undefined]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  const sum = end.weights_sha256;
  expect(sum).toMatch(/^[0-9a-f]{64}$/);
  expect((await run(2, 7)).end.weights_sha256).toBe(sum);
  expect((await run(2, 8)).end.weights_sha256).not.toBe(sum);
});

it('speaks Chinese', async () => {
  expect(JSON.stringify((await fastRun(lab, { language: 'zh' })).events)).toContain('其中五分之一留作验证');
});
