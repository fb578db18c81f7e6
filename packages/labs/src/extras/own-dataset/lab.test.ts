import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('shows what it claims', async () => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed: 3 });
  expect(outcome.checks.map(({ id, passed, found }) => [id, passed, found])).toEqual([
    ['test-accuracy', true, expect.anything()],
    ['resumed-where-it-stopped', true, expect.anything()],
    ['all-parameters-written', true, '56,714'],
    ['reads-the-drawing', true, expect.anything()],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});
