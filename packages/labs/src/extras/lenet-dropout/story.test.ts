import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { LeNetRun } from './checks';
import { story } from './story';

const run = {
  data: { counts: { train: 60_000, test: 10_000 } },
  net: { countParams: () => 82_934 },
  history: { accuracy: [0.911], val_accuracy: [0.972] },
  epochs: [
    { epoch: 1, steps: 375, ms_per_step: 12.34, loss: 0.3, accuracy: 0.911, val_loss: 0.1, val_accuracy: 0.972 },
  ],
  test: { accuracy: 0.9712, loss: 0.09 },
  seconds: { training: 61, total: 70 },
} as unknown as LeNetRun;
const context = (language: 'en' | 'zh') =>
  ({ language, command: 'npx tenlab', settings: { batchSize: 128 } }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context('en'));
  expect(summary).toContain('48,000 digits in 1 min 1 s and reads 97.12 % of 10,000 others right');
  expect(numbers.map(({ value }) => value)).toEqual(['97.12 %', '0.0900', '1 min 1 s', '82,934']);
  expect(sections[0]!.text![0]).toContain('it read 97.2 % of the digits held back right, and 91.1 %');
  expect(sections[0]!.tables![0]!.rows).toEqual([[1, '0.3000', '0.9110', '0.1000', '0.9720', '12.3']]);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
