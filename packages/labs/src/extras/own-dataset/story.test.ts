import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { OwnRun } from './checks';
import { story } from './story';

const run = {
  data: { counts: { train: 300, test: 100 } },
  history: { loss: new Array(24) },
  test: { accuracy: 0.91 },
  answers: {
    drawing: { read: 7, confidence: 0.8 },
    parameters: { file: 'parameters.txt', count: 56_714 },
    stopped: { before: 0.83, after: 0.83 },
  },
  seconds: { training: 6.1, total: 7 },
} as unknown as OwnRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context('en'));
  expect(summary).toContain('From 300 picture files');
  expect(numbers.map(({ value, note }) => [value, note])).toEqual([
    ['91.0 %', undefined],
    ['83.0 %', 'after 12 epochs'],
    ['7', '80.0 %'],
    ['6.1 s', undefined],
  ]);
  expect(sections[2]!.text![0]).toContain('All 56,714 trainable parameters are in `parameters.txt`');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
