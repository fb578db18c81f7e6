import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { PlaneRun } from './checks';
import { variantNames } from './networks';
import { story } from './story';

const each = <Value>(value: Value) => Object.fromEntries(variantNames.map((name) => [name, value]));
const run = {
  data: { counts: { train: 120, test: 2000 } },
  net: each({ countParams: () => 17_025 }),
  answers: each({ plane: { length: 4.56 }, squares: 123.4 }),
  test: Object.fromEntries(
    variantNames.flatMap((name) => [
      [`${name}_loss`, 0.3],
      [`${name}_accuracy`, 0.9],
      [`${name}_training_loss`, 0.1],
      [`${name}_training_accuracy`, 0.99],
    ]),
  ),
  seconds: { training: 9, total: 10 },
} as unknown as PlaneRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, sections } = story(run, context('en'));
  expect(summary).toContain('learned from 120 points three times. On 2,000 others its loss is 0.300 without help');
  expect(sections[1]!.tables![0]!.rows[1]).toEqual(['with L2', '0.100', '0.300', '99.0 %', '90.0 %', '4.6', '123']);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
