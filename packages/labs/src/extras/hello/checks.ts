import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, readable } from '../../texts';
import { type LineData, rule } from './line-data';

/** The line that was found. */
export interface LineAnswers {
  weight: number;
  bias: number;
}

export type LineRun = LabRun<LineData, Sequential, LineAnswers>;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<LineRun>[] = [
  {
    id: 'close-to-31',
    title: {
      en: 'For x = 10 it says 31, give or take 0.1',
      zh: '对 x = 10 的回答是 31，误差不超过 0.1',
    },
    passed: ({ history, data, test }) =>
      history.loss!.length < 500 ? undefined : Math.abs(test.prediction! - rule(data.unseen)) <= 0.1,
    found: ({ test }) => inAll(readable(test.prediction!, 3)),
  },
  {
    id: 'loss-falls',
    title: { en: 'The loss falls', zh: '损失下降' },
    passed: ({ history }) => (history.loss!.length < 2 ? undefined : history.loss!.at(-1)! < history.loss![0]!),
    found: ({ history: { loss = [] } }) => inAll(`${loss[0]?.toPrecision(3)} → ${loss.at(-1)?.toPrecision(3)}`),
  },
];
