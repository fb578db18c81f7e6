import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { SaveRun } from './checks';
import { story } from './story';

const run = (resumed = 'abc') =>
  ({
    data: { counts: { train: 1000, test: 1000 } },
    net: { every: { countParams: () => 407_050 } },
    test: { accuracy: 0.87, loss: 0.4 },
    seconds: { training: 5, total: 6 },
    history: { 'resumed.at': [1, 16] },
    answers: {
      untrained: { accuracy: 0.1, loss: 2.3 },
      restored: [{ file: 'my_model.h5', bytes: 4_900_000, loss: 0.4, accuracy: 0.87, same: true }],
      checkpoints: [{ name: 'cp-0005.ckpt', epoch: 5, accuracy: 0.85 }],
      newest: 'cp-0005.ckpt',
      sums: { straight: 'abc', resumed },
      killedAfter: 52,
    },
  }) as unknown as SaveRun;
const context = (language: 'en' | 'zh') =>
  ({ language, command: 'npx tenlab', files: { place: 'runs/x' } }) as unknown as LabContext;

it('tells the file, its size, and whether it gave back the same', () => {
  const told = story(run(), context('en'));
  expect(told.summary).toContain('kept in 1 ways. 1 of them gave it back as it was, 87.0 % right');
  expect(told.sections[1]!.tables![0]!.rows).toEqual([['my_model.h5', '4.9', '0.4000', '87.0 %', 'yes']]);
  expect(told.sections[2]!.text![0]).toContain('killed after 52 steps, and went on from epoch 2, step 16');
});

it('does not hide that a resumed run ended elsewhere', () => {
  expect(story(run('abd'), context('en')).summary).toContain('OTHER weights');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run(), context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
