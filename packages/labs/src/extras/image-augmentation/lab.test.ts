import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', async () => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed: 3 });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['plain-learns-by-heart', true],
    ['gap-closes', true],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
