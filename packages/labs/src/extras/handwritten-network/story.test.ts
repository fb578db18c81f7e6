import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { ArrayRun } from './checks';
import { story } from './story';

const one = { accuracy: [0.9], val_accuracy: [0.85] };
const net = { countParams: () => 159_010 };
const run = {
  data: { counts: { train: 12_000, test: 10_000 } },
  net: { hidden100: net, hidden200: net, hidden300: net },
  answers: { best: 'hidden200', search: { hidden100: one, hidden200: one, hidden300: one }, difference: 1.2e-6 },
  history: { loss: [1, 0.5, 0.4] },
  test: { accuracy: 0.9312 },
  seconds: { training: 61, total: 70 },
} as unknown as ArrayRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { numbers, sections } = story(run, context('en'));
  expect(numbers.map(({ value }) => value)).toEqual(['93.12 %', '200', '159,010', '1 min 1 s']);
  expect(sections[1]!.tables![0]!.rows[1]).toEqual([200, '159,010', '90.0 %', '85.0 %']);
  expect(sections[2]!.text![0]).toContain('Trained for 3 epochs');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
