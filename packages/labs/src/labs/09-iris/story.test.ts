import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { IrisRun } from './checks';
import { story } from './story';

const run = {
  test: { accuracy: 29 / 30, loss: 0.123, bare_accuracy: 0.9 },
  seconds: { training: 4, total: 5 },
  net: { layers: { countParams: () => 193 }, bare: { countParams: () => 15 } },
  data: { counts: { train: 120, test: 30 }, classNames: ['setosa', 'versicolor', 'virginica'] },
  answers: { flowers: [{ lengths: [5.1, 3.3, 1.7, 0.5], species: 0, probabilities: [0.99, 0.01, 0] }] },
} as unknown as IrisRun;
const context = { language: 'en', command: 'npx tenlab', settings: { batchSize: 32 } } as unknown as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context);
  expect(summary).toContain('a network of 193 parameters on 120 flowers in 4.0 s. It names 29 of 30 others right.');
  expect(numbers.map(({ value }) => value)).toEqual(['96.7 %', '0.123', '90.0 %', '4.0 s']);
  expect(sections.at(-1)?.tables?.[0]?.rows).toEqual([['5.1, 3.3, 1.7, 0.5', '99.0 %', '1.0 %', '0.0 %']]);
});

it('says the same in Chinese', () => {
  expect(story(run, { ...context, language: 'zh' }).summary).toContain('30 朵中认对了 29 朵');
});
