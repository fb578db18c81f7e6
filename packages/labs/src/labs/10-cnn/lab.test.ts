import { expect, it } from 'vitest';
import { modelsOf } from '../../runner/models-of';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('trains, tests and shows all seven', async () => {
  const { end, events, outcome, figures } = await fastRun(lab, { language: 'zh' });
  expect(modelsOf(outcome.net)).toHaveLength(7);
  expect(Object.keys(end.test).filter((name) => name.endsWith('_accuracy'))).toHaveLength(7);
  expect(outcome.checks.map(({ passed }) => passed)).toEqual([true, undefined, undefined, undefined]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  expect(JSON.stringify(events)).toContain('在留出的图片上最好的是');
});
