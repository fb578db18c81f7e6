import type { LabCheck, LabRun } from '../../define-lab';
import type { DigitsData } from '../../labs/shared/digits';
import { inAll, percent } from '../../texts';
import type { WideNets } from './networks';

/** What each network did over its epochs. */
export type WideHistories = Readonly<Record<keyof WideNets, Readonly<Record<string, readonly number[]>>>>;

export type WideRun = LabRun<DigitsData, WideNets, WideHistories>;

const all = ({ start }: WideRun) => start.data.train >= 60_000;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<WideRun>[] = [
  {
    id: 'mse-accuracy',
    title: {
      en: 'With the mean squared error it reads 86 % right after fifty epochs',
      zh: '用均方误差，五十个轮次后读对 86 %',
    },
    passed: (run) => (all(run) && run.answers.mse.loss!.length >= 50 ? run.test.mse_accuracy! >= 0.86 : undefined),
    found: ({ test }) => inAll(percent(test.mse_accuracy, 2)),
  },
  {
    id: 'crossentropy-is-better',
    title: {
      en: 'With cross-entropy the same network, trained as long, is better',
      zh: '同样的网络、同样的训练时间，用交叉熵更好',
    },
    passed: (run) =>
      all(run) && run.answers.mse.loss!.length >= 5
        ? run.test.crossentropy_accuracy! > run.test.mse_accuracy!
        : undefined,
    found: ({ test }) => inAll(`${percent(test.crossentropy_accuracy, 2)} > ${percent(test.mse_accuracy, 2)}`),
  },
  {
    id: 'functional-accuracy',
    title: {
      en: 'The functional network, an eighth of the size, reads 93 % right after one epoch',
      zh: '大小只有八分之一的函数式网络，一个轮次后读对 93 %',
    },
    passed: (run) => (all(run) ? run.test.functional_accuracy! >= 0.93 : undefined),
    found: ({ test }) => inAll(percent(test.functional_accuracy, 2)),
  },
];
