import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('names at least 83 % of the embedded test pictures', async () => {
  const part = { ...lab, tiers: { ...lab.tiers, laptop: { ...lab.tiers.laptop, limit: 12_000 } } };
  const { end, outcome, figures } = await fastRun(part, { tier: 'laptop' });
  expect(end.test.accuracy).toBeGreaterThanOrEqual(0.83);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('shows pooling by number, and speaks Chinese', async () => {
  const { events } = await fastRun(lab, { language: 'zh' });
  const told = events.flatMap((event) => (event.event === 'text' ? event.text : [])).join('\n');
  expect(told).toContain('每四个取最大');
  expect(told).toContain('   1   3   2   1         6   5       3.5   2');
});
