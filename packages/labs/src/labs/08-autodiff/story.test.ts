import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { AutodiffRun } from './checks';
import { story } from './story';

const run = {
  data: { counts: { train: 1000 } },
  net: { wave: { countParams: () => 1137 } },
  test: { wave_loss: 0.0231 },
  seconds: { training: 3, total: 4 },
  answers: {
    found: { w: 3.021, b: 1.984 },
    noise: 0.0225,
    derivatives: [{ formula: 'x³', at: 2, order: 2, expected: 12, tape: 12, difference: 12.0001 }],
  },
} as unknown as AutodiffRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('tells the line that was found, and the derivatives in a table', () => {
  const told = story(run, context('en'));
  expect(told.summary).toContain('found y = 3.021x + 1.984 behind 1,000 noisy points');
  expect(told.sections[0]!.tables![0]!.rows).toEqual([['x³', 'f″', '2.0', '12.000', '12.00000', '12.00010']]);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
