import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { OverfittingRun } from './checks';
import { variantNames } from './networks';
import { story } from './story';

const record = <Value>(value: Value) => Object.fromEntries(variantNames.map((name) => [name, value]));
const run = {
  data: { counts: { train: 7605, test: 2000 } },
  net: record({ countParams: () => 4029 }),
  answers: record({ val_binary_crossentropy: [0.7, 0.55, 1.2] }),
  test: { big_accuracy: 0.72, plane_binary_crossentropy: 1.5, plane_l2_binary_crossentropy: 0.4 },
  seconds: { training: 20, total: 25 },
} as unknown as OverfittingRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('says when the big network turned, and has a row for each network', () => {
  const told = story(run, context('en'));
  expect(told.summary).toContain('least after epoch 2 (0.550) and ended at 1.200');
  expect(told.sections[1]!.tables![0]!.rows).toHaveLength(6);
  expect(told.sections[1]!.tables![0]!.rows[2]).toEqual(['big (512)', '4,029', '0.550', 2, '1.200', '72.0 %']);
});

it('shows the plane, and says both losses', () => {
  const plane = story(run, context('en')).sections[2]!;
  expect(plane.figures).toEqual(['boundary', 'boundary-l2']);
  expect(plane.text![0]).toContain('1.500 without L2, 0.400 with it');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
