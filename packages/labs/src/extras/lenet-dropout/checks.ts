import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import type { Answers } from '../../labs/shared/class-answers';
import type { DigitsData } from '../../labs/shared/digits';
import { inAll, percent, readable } from '../../texts';

export type LeNetRun = LabRun<DigitsData, Sequential, Answers>;

const parameters = 82_934;

/** The least test accuracy that a good run reaches after so many epochs on all digits. */
function leastAccuracy({ start, epochs }: LeNetRun): number | undefined {
  if (start.data.train < 60_000 || epochs.length < 3) return undefined;
  return epochs.length >= 10 ? 0.985 : 0.975;
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<LeNetRun>[] = [
  {
    id: 'parameters',
    title: { en: 'The network has 82,934 parameters', zh: '网络有 82,934 个参数' },
    passed: ({ net }) => net.countParams() === parameters,
    found: ({ net }) => inAll(readable(net.countParams())),
  },
  {
    id: 'test-accuracy',
    title: {
      en: 'After three epochs it reads 97.5 % right, after ten 98.5 %',
      zh: '三个轮次后正确率 97.5 %，十个轮次后 98.5 %',
    },
    passed: (run) => {
      const least = leastAccuracy(run);
      return least === undefined ? undefined : run.test.accuracy! >= least;
    },
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
  {
    id: 'training-is-harder',
    title: {
      en: 'In the first epoch, validation is easier than training: it is done without dropout, and at the end of the epoch',
      zh: '第一个轮次里，验证比训练容易：验证时没有 dropout，而且在轮次结束时进行',
    },
    passed: ({ history, start }) =>
      start.data.train < 60_000 ? undefined : history.val_accuracy![0]! > history.accuracy![0]!,
    found: ({ history }) => inAll(`${percent(history.val_accuracy![0])} > ${percent(history.accuracy![0])}`),
  },
];
