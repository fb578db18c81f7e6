import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('learns from a few digits, and speaks Chinese', async () => {
  const { end, events, outcome, figures } = await fastRun(lab, { seed: 7, language: 'zh' });
  expect(end.test.accuracy).toBeGreaterThan(0.2);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([undefined, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  expect(JSON.stringify(events)).toContain('个隐藏单元');
});
