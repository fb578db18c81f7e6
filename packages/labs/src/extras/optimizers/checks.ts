import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import type { IrisData } from '../../labs/09-iris/iris-data';
import { inAll, percent, readable } from '../../texts';
import { type Racer, racerNames, racers } from './racers';
import type { Times } from './time-race';

/** What came of the race. */
export interface RaceAnswers {
  histories: Readonly<Record<Racer, Readonly<Record<string, readonly number[]>>>>;
  times: Readonly<Record<Racer, Times>>;
  /** How many cakes each loss has one bake. */
  cakes: { squared: number; dear: number; cheap: number };
}

export type RaceRun = LabRun<IrisData, Record<Racer, Sequential>, RaceAnswers>;

const whole = ({ answers, data }: RaceRun) => answers.histories.sgd.loss!.length >= 100 && data.counts.train >= 120;

const last = ({ answers }: RaceRun, racer: Racer) => answers.histories[racer].loss!.at(-1)!;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<RaceRun>[] = [
  {
    id: 'all-learn',
    title: { en: 'All five name at least 90 % of the unseen flowers', zh: '五种都在没见过的花上至少认对 90 %' },
    passed: (run) => (whole(run) ? racerNames.every((racer) => run.test[`${racer}_accuracy`]! >= 0.9) : undefined),
    found: ({ test }) =>
      inAll(racerNames.map((racer) => `${racers[racer].name} ${percent(test[`${racer}_accuracy`])}`).join(', ')),
  },
  {
    id: 'momentum-helps',
    title: {
      en: 'With the same learning rate, momentum ends with a lower training loss than SGD',
      zh: '学习率相同，带动量的训练损失低于 SGD',
    },
    passed: (run) => (whole(run) ? last(run, 'momentum') < last(run, 'sgd') : undefined),
    found: (run) => inAll(`${readable(last(run, 'momentum'), 3)} < ${readable(last(run, 'sgd'), 3)}`),
  },
  {
    id: 'own-loss',
    title: {
      en: 'A loss with prices bakes more where profit is dear, fewer where waste is',
      zh: '利润贵时，带价格的损失多烤；浪费贵时少烤',
    },
    passed: ({ answers: { cakes } }) => cakes.dear > cakes.squared && cakes.squared > cakes.cheap,
    found: ({ answers: { cakes } }) =>
      inAll([cakes.dear, cakes.squared, cakes.cheap].map((count) => readable(count)).join(' > ')),
  },
];
