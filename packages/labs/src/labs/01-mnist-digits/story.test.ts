import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import { digitsRun } from '../../testing/digits-run';
import { story } from './story';

const context = {
  language: 'en',
  command: 'npx tenlab',
  settings: { epochs: 2, batchSize: 32, seed: 1 },
} as unknown as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, numbers, sections } = story(digitsRun(), context);
  expect(summary).toBe(
    'A small convolutional network learned from 60,000 handwritten digits in 31 s, and reads 98.80 % of 100 others right.',
  );
  expect(numbers.map(({ value, note }) => [value, note])).toEqual([
    ['98.80 %', '99 of 100'],
    ['0.0400', undefined],
    ['31 s', '8.0 ms a step'],
    ['121,930', undefined],
  ]);
  expect(sections[1]?.tables?.[0]?.rows[1]).toEqual([2, '0.1000', '0.9700', '0.0500', '0.9880', '8.0']);
});

it('offers the course after a short run, and other random numbers after a long one', () => {
  expect(story(digitsRun(), context).next.join()).toContain('npx tenlab run mnist-digits --epochs 10');
  expect(story(digitsRun({ epochs: 10 }), context).next.join()).toContain('--seed 2');
});

it('says the same in Chinese', () => {
  const told = story(digitsRun(), { ...context, language: 'zh' });
  expect(told.title).toBe('手写数字');
  expect(JSON.stringify(told).replace(/`[^`]+`/g, '')).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
