import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { WideRun } from './checks';
import { story } from './story';

const net = { countParams: () => 407_050 };
const one = { loss: [1, 2], accuracy: [0.5, 0.6] };
const run = {
  net: { mse: net, crossentropy: net, functional: net },
  answers: { mse: one, crossentropy: one, functional: { loss: [1], accuracy: [0.9] } },
  test: { mse_accuracy: 0.61, crossentropy_accuracy: 0.91, functional_accuracy: 0.95 },
  seconds: { training: 61, total: 70 },
} as unknown as WideRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it("tells the run with the run's own numbers", () => {
  const { summary, sections } = story(run, context('en'));
  expect(summary).toContain('After 2 epochs');
  expect(summary).toContain('61.00 %');
  expect(sections[1]!.tables![0]!.rows[2]).toEqual(['functional', '407,050', 1, '90.00 %', '95.00 %']);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
