import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { AugmentedRun } from './checks';
import { story } from './story';

const run = (augmented: number) =>
  ({
    data: { counts: { train: 640, test: 2000 } },
    net: { plain: { countParams: () => 56_714 } },
    answers: { plain: { loss: new Array(25) } },
    test: {
      plain_training_accuracy: 0.99,
      plain_accuracy: 0.8,
      plain_loss: 0.9,
      augmented_training_accuracy: 0.79,
      augmented_accuracy: augmented,
      augmented_loss: 0.6,
    },
    seconds: { training: 61, total: 70 },
  }) as unknown as AugmentedRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('tells who is better, and by how much, whoever it is', () => {
  expect(story(run(0.82), context('en')).summary).toContain('name 80.0 % of 2,000 others right');
  expect(story(run(0.77), context('en')).summary).toContain('brought no better answers: 77.0 %');
  const { sections } = story(run(0.77), context('en'));
  expect(sections[1]!.text![0]).toContain('better than others by 19.0 %, with them by 2.0 %');
  expect(sections[1]!.tables![0]!.rows[0]).toEqual(['as they are', '99.0 %', '80.0 %', '0.900']);
});

it('says the same in Chinese, and leaves no English behind', () => {
  for (const accuracy of [0.77, 0.82]) {
    const told = JSON.stringify(story(run(accuracy), context('zh'))).replace(/`[^`]+`/g, '');
    expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
  }
});
