import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, and tells of the naive forecast', async () => {
  const { end, outcome, figures } = await fastRun(lab);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([undefined, undefined]);
  expect(Object.keys(end.test)).toEqual(expect.arrayContaining(['naive_mae', 'lstm_mae', 'gru_rmse', 'simple_mse']));
  expect(outcome.story.numbers.map(({ label }) => label)).toContain('as the day before');
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
