import { expect, it } from 'vitest';
import { modelsOf } from '../../runner/models-of';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('names 0.93 of the unseen flowers at least, with seed %d', async (seed) => {
  const { end, outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(end.test.accuracy).toBeGreaterThanOrEqual(0.93);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('has two networks to keep, and speaks Chinese', async () => {
  const { outcome, events } = await fastRun(lab, { language: 'zh' });
  expect(modelsOf(outcome.net).map(([name]) => name)).toEqual(['weights-layers', 'weights-bare']);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, undefined]);
  expect(JSON.stringify(events)).toContain('没有标签的花');
});
