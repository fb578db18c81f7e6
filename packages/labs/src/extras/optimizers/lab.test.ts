import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', async () => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop' });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['all-learn', true],
    ['momentum-helps', true],
    ['own-loss', true],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
