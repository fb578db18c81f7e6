import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { LineRun } from './checks';
import { story } from './story';

const run = {
  test: { prediction: 31.0021, loss: 1e-6 },
  answers: { weight: 3.0003, bias: 0.9991 },
  history: { loss: new Array(500).fill(0) },
  seconds: { training: 0.4, total: 1 },
} as unknown as LineRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context('en'));
  expect(summary).toBe(
    'One neuron looked at six pairs of numbers for 500 epochs and says that x = 10 belongs to y = 31.002.',
  );
  expect(numbers.map(({ value }) => value)).toEqual(['31.002', '3.0003', '0.9991', '0.4 s']);
  expect(sections[1]!.text![0]).toContain('It is off by 0.002.');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).toContain('31.002');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
