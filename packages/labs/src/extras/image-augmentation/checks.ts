import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent } from '../../texts';
import type { FewPictures } from './few-pictures';
import type { Way } from './generators';

/** What either network did over the epochs. */
export type AugmentedHistories = Readonly<Record<Way, Readonly<Record<string, readonly number[]>>>>;

export type AugmentedRun = LabRun<FewPictures, Record<Way, Sequential>, AugmentedHistories>;

/** By how much a network is better on the pictures it learned from. */
export const gap = ({ test }: Pick<AugmentedRun, 'test'>, way: Way) =>
  test[`${way}_training_accuracy`]! - test[`${way}_accuracy`]!;

const whole = ({ answers, data }: AugmentedRun) => answers.plain.loss!.length >= 20 && data.counts.train >= 640;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<AugmentedRun>[] = [
  {
    id: 'plain-learns-by-heart',
    title: {
      en: 'Without changes it knows its pictures better than others, by a tenth or more',
      zh: '不做变换时，它对学过的图片比对其他图片至少好一成',
    },
    passed: (run) => (whole(run) ? gap(run, 'plain') >= 0.1 : undefined),
    found: ({ test }) => inAll(`${percent(test.plain_training_accuracy)} / ${percent(test.plain_accuracy)}`),
  },
  {
    id: 'gap-closes',
    title: { en: 'With changes that difference is at most half as large', zh: '做变换后，这一差距至多是一半' },
    passed: (run) => (whole(run) ? gap(run, 'augmented') <= 0.5 * gap(run, 'plain') : undefined),
    found: (run) =>
      inAll(
        `${percent(run.test.augmented_training_accuracy)} / ${percent(run.test.augmented_accuracy)}; ${percent(gap(run, 'augmented'))} < ${percent(gap(run, 'plain'))}`,
      ),
  },
];
