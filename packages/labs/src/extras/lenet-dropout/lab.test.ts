import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('runs, judges what so short a run can show, and speaks Chinese', async () => {
  const { events, outcome, figures } = await fastRun(lab, { language: 'zh' });
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, undefined]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  expect(JSON.stringify(events)).toContain('其中五分之一留作验证');
});
