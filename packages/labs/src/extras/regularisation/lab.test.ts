import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', async () => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop' });
  expect(outcome.checks.map(({ id, passed, found }) => [id, passed, found])).toEqual([
    ['plain-overfits', true, expect.anything()],
    ['l2-holds-down', true, expect.anything()],
    ['dropout-holds-down', true, expect.anything()],
    ['l2-shrinks', true, expect.anything()],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
