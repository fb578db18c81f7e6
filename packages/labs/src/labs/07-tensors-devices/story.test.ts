import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { TensorsRun } from './checks';
import { topics } from './demonstrations';
import { story } from './story';

const device = (name: string, milliseconds: number) => ({
  name,
  threads: 2,
  milliseconds: [0.1, milliseconds],
  sum: 1,
});
const run = {
  data: {
    counts: { train: 800, test: 200 },
    file: 'own-data/points.csv',
    sizes: [64, 256],
    devices: [device('cpu', 40), device('wasm', 0.5)],
    shown: Object.fromEntries(topics.map(({ id }) => [id, [{ code: '1 + 1', result: '2' }]])),
  },
  net: { countParams: () => 1185 },
  test: { accuracy: 0.985 },
  seconds: { training: 2, total: 3 },
} as unknown as TensorsRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('names the fastest device, and how much slower the slowest is', () => {
  const told = story(run, context('en'));
  expect(told.summary).toContain('wasm was the fastest: for a product of 256 x 256 it took 0.50 ms, cpu 80.0 times');
  const devices = told.sections.find(({ figures }) => figures?.includes('devices'))!;
  expect(devices.tables![0]!.rows[0]).toEqual(['wasm', 2, '0.500', '67.1']);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
