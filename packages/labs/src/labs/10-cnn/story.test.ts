import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { CnnRun } from './checks';
import { networkNames } from './networks';
import { story } from './story';

const run = {
  data: { name: 'fashion-mnist', counts: { train: 12_000, test: 2000 } },
  net: Object.fromEntries(networkNames.map((name) => [name, { countParams: () => 61_706 }])),
  history: { 'lenet.val_accuracy': [0.7, 0.86] },
  test: { lenet_accuracy: 0.875, dense128_accuracy: 0.858 },
  answers: { best: 'lenet' },
  seconds: { training: 130, total: 140 },
} as unknown as CnnRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('says which is best, and has a row for each network', () => {
  const told = story(run, context('en'));
  expect(told.summary).toContain('LeNet, the best on the pictures held back, names 87.50 % of 2,000 others right');
  expect(told.sections[1]!.tables![0]!.rows).toHaveLength(7);
  expect(told.sections[1]!.tables![0]!.rows[2]).toEqual(['LeNet', '61,706', 5, '86.00 %', '87.50 %']);
});

it('offers CIFAR-10 to those who have not got it', () => {
  expect(story(run, context('en')).next.join()).toContain('npx tenlab data pull cifar10');
  const cifar = { ...run, data: { ...run.data, name: 'cifar10' } } as CnnRun;
  expect(story(cifar, context('en')).next.join()).not.toContain('data pull');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
