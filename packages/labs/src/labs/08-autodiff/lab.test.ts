import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('finds the line and follows the wave, with seed %d', async (seed) => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['derivatives', true],
    ['line-found', true],
    ['wave-followed', true],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('prints derivatives up to the third, in Chinese too', async () => {
  const { events, outcome } = await fastRun(lab, { language: 'zh' });
  expect(JSON.stringify(events)).toMatch(/x³ 在 2\.0，阶数 3 +6\.00000/);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, undefined]);
});
