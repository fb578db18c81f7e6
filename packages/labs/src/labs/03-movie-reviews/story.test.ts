import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { ReviewsRun } from './checks';
import { story } from './story';

const run = {
  data: { counts: { train: 7605, test: 2000 }, whole: false, maxlen: 48 },
  net: { countParams: () => 160_289 },
  epochs: [1, 2, 3],
  history: { loss: [0.6, 0.4, 0.3], val_loss: [0.6, 0.48, 0.5] },
  test: { accuracy: 0.778, loss: 0.46 },
  seconds: { training: 4, total: 5 },
  answers: {
    mistakes: [{ text: 'x'.repeat(300), praise: true, probability: 0.01 }],
    sure: [],
    words: { praise: ['fun'], blame: ['dull'] },
  },
} as unknown as ReviewsRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;

it('says with the numbers of the run where learning by heart began', () => {
  const told = story(run, context('en'));
  expect(told.summary).toContain('77.80 %');
  expect(JSON.stringify(told.sections)).toContain('After epoch 2 the validation loss was least (0.4800)');
  const [text] = told.sections[2]!.tables![0]!.rows[0]!;
  expect(String(text)).toHaveLength(158);
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run, context('zh'))).replace(/`[^`]+`|“[^”]+”/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
