import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, readable } from '../../texts';
import type { CarsData } from './cars-data';

/** The same network twice: stopped in time, and trained to the last epoch. */
export type CarsNets = { stopped: Sequential; long: Sequential };

/** What the stopped network says of each test car. */
export interface CarsAnswers {
  predictions: Float32Array;
  /** The mean of the training cars, said of every test car: what a model has to beat. */
  naive: number;
}

export type CarsRun = LabRun<CarsData, CarsNets, CarsAnswers>;

const whole = ({ data, history }: CarsRun) => data.counts.train >= 314 && history.long_loss!.length >= 100;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<CarsRun>[] = [
  {
    id: 'test-error',
    title: { en: 'It is off by 2.5 miles per gallon at most, on average', zh: '平均误差不超过每加仑 2.5 英里' },
    passed: (run) => (whole(run) ? run.test.mae! <= 2.5 : undefined),
    found: ({ test }) => inAll(readable(test.mae!, 2)),
  },
  {
    id: 'better-than-the-mean',
    title: { en: 'It is better than always saying the mean', zh: '比总是回答平均值要好' },
    passed: (run) => (whole(run) ? run.test.mae! < run.answers.naive : undefined),
    found: ({ test, answers }) => inAll(`${readable(test.mae!, 2)} < ${readable(answers.naive, 2)}`),
  },
  {
    id: 'stopped-early',
    title: { en: 'Early stopping ended before the last epoch', zh: '早停在最后一个轮次之前就结束了训练' },
    passed: (run) => (whole(run) ? run.history.loss!.length < run.history.long_loss!.length : undefined),
    found: ({ history }) => ({
      en: `${history.loss!.length} of ${history.long_loss!.length} epochs`,
      zh: `${history.long_loss!.length} 个轮次中的 ${history.loss!.length} 个`,
    }),
  },
];
