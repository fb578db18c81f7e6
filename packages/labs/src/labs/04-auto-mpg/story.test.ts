import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { CarsRun } from './checks';
import { story } from './story';

const run = {
  test: { mae: 1.987, long_mae: 2.2 },
  seconds: { training: 12, total: 13 },
  answers: { naive: 6.5 },
  data: {
    counts: { train: 314, test: 78 },
    published: 406,
    statistics: [{ name: 'weight', mean: 3000, deviation: 800, least: 1613, most: 5140 }],
  },
  history: { loss: new Array(60), long_loss: new Array(1000) },
} as unknown as CarsRun;
const context = { language: 'en', command: 'npx tenlab' } as unknown as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(run, context);
  expect(summary).toContain(
    'On 78 others it is off by 1.99 miles on average; saying the mean every time is off by 6.50.',
  );
  expect(numbers.map(({ value }) => value)).toEqual(['1.99', '2.20', '60 epochs', '12 s']);
  expect(sections[0]?.tables?.[0]?.rows).toEqual([['weight', '3,000.00', '800.00', '1,613.00', '5,140.00']]);
});

it('says the same in Chinese', () => {
  expect(story(run, { ...context, language: 'zh' }).summary).toContain('平均误差 1.99 英里');
});
