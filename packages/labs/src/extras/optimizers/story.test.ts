import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { RaceRun } from './checks';
import { racerNames } from './racers';
import { story } from './story';

const each = <Value>(value: (index: number) => Value) =>
  Object.fromEntries(racerNames.map((racer, index) => [racer, value(index)]));
const run = {
  data: { counts: { train: 120 } },
  test: Object.fromEntries(racerNames.map((racer) => [`${racer}_accuracy`, 0.9667])),
  answers: {
    histories: each((index) => ({ loss: [1, 0.5 - index / 10] })),
    times: each((index) => ({ median: 40 + index, least: 30, most: 90 })),
    cakes: { squared: 100, dear: 140, cheap: 60 },
  },
} as unknown as RaceRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, sections } = story(run, context('en'));
  expect(summary).toBe('After 2 epochs Adam has the lowest training loss (0.100) and SGD the highest (0.500).');
  expect(sections[0]!.tables![0]!.rows[1]).toEqual(['momentum', 0.01, '0.4000', '96.7 %', '41', '30 … 90']);
  expect(sections[1]!.text![0]).toContain(
    'between 40 and 44 ms, while one and the same optimizer differs from itself by a factor of up to 3.0',
  );
  expect(sections[2]!.text![0]).toContain('9.5e-7');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
