import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, tells of the naive forecast, and gives the same weights on one thread as on two', async () => {
  const run = (threads: number, seed: number) => fastRun(lab, { threads, seed });
  const { end, outcome, figures } = await run(1, 7);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([undefined, undefined]);
  expect(Object.keys(end.test)).toEqual(expect.arrayContaining(['naive_mae', 'lstm_mae', 'gru_rmse', 'simple_mse']));
  expect(outcome.story.numbers.map(({ label }) => label)).toContain('as the day before');
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  const sum = end.weights_sha256;
  expect(sum).toMatch(/^[0-9a-f]{64}$/);
  expect((await run(2, 7)).end.weights_sha256).toBe(sum);
  expect((await run(2, 8)).end.weights_sha256).not.toBe(sum);
});
