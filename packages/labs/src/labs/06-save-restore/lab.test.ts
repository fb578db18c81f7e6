import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it('brings every network back as it was, and resumes to the same bits', async () => {
  const { outcome, figures, events } = await fastRun(lab, { language: 'zh' });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['restored-the-same', true],
    ['newest-found', true],
    ['resumed-the-same', true],
    ['learned', undefined],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  const text = JSON.stringify(events);
  for (const file of ['training_1/', 'training_2/', 'by_hand.weights.h5', 'my_model.h5', 'my_model.keras'])
    expect(text).toContain(`${file}（`);
  expect(text).not.toContain('与保存前不同');
});

it('is killed and goes on in the middle of an epoch', async () => {
  const { outcome } = await fastRun(lab);
  const resumed = outcome.story.sections.at(-1)!.text![0]!;
  expect(resumed).toContain('killed after 16 steps, and went on from epoch 2, step 4');
});

it('keeps what is worth keeping', async () => {
  const { outcome } = await fastRun(lab, { tier: 'laptop', seed: 2 });
  expect(outcome.checks.every(({ passed }) => passed === true)).toBe(true);
});
