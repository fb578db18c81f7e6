import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { AlexRun } from './checks';
import { story } from './story';

const layer = { countParams: () => 9_000_000 };
const run = {
  data: { counts: { train: 8000, test: 8000 } },
  net: { countParams: () => 30_000_000, decision: [layer, layer], answer: layer },
  epochs: [
    { epoch: 1, steps: 63, ms_per_step: 301.4, loss: 1, accuracy: 0.7 },
    { epoch: 2, steps: 63, ms_per_step: 302.4, loss: 0.3, accuracy: 0.9, val_loss: 0.2, val_accuracy: 0.94 },
  ],
  test: { accuracy: 0.94 },
  answers: { saved: { place: 'memory', bytes: 110_700_000, difference: 0 } },
  seconds: { training: 61, total: 70 },
} as unknown as AlexRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers, and leaves open where it was not validated", () => {
  const { numbers, sections } = story(run, context('en'));
  expect(numbers.map(({ value }) => value)).toEqual(['94.00 %', '30,000,000', '1 min 1 s', '111 MB']);
  expect(sections[0]!.text![0]).toContain('90 % of its parameters are in the dense layers');
  expect(sections[0]!.tables![0]!.rows).toEqual([
    [1, '1.0000', '0.7000', '', '', '301'],
    [2, '0.3000', '0.9000', '0.2000', '0.9400', '302'],
  ]);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
