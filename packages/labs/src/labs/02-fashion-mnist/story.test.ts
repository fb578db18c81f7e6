import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { ClothesRun } from './checks';
import { story } from './story';

const run = {
  epochs: new Array(7),
  test: { accuracy: 0.8525, loss: 0.4 },
  seconds: { training: 9, total: 10 },
  net: { countParams: () => 101_770 },
  data: { counts: { train: 12_000, test: 2000 } },
} as unknown as ClothesRun;
const context = { language: 'en', command: 'npx tenlab', settings: { epochs: 10 } } as unknown as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context);
  expect(summary).toContain(
    'learned from 12,000 pictures of clothes in 9.0 s, and name 85.25 % of 2,000 others right.',
  );
  expect(numbers[2]).toMatchObject({ value: '7', note: 'stopped above 90 %' });
  expect(sections[1]?.tables?.[0]?.rows[0]).toEqual([1, 3, 2, 1, 6, 5, 3.5, 2]);
});

it('says the same in Chinese', () => {
  expect(story(run, { ...context, language: 'zh' }).summary).toContain('认对了 85.25 %');
});
