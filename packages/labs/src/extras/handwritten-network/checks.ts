import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import type { Answers } from '../../labs/shared/class-answers';
import type { DigitsData } from '../../labs/shared/digits';
import { inAll, percent } from '../../texts';
import type { Size } from './networks';

/** What came of the search and of the best network. */
export interface ArrayAnswers extends Answers {
  best: Size;
  /** What each size did in the search. */
  search: Readonly<Record<Size, Readonly<Record<string, readonly number[]>>>>;
  /** The largest difference between a logit of the arrays and the same one of their twin of layers. */
  difference: number;
}

export type ArrayRun = LabRun<DigitsData, Record<Size, Sequential>, ArrayAnswers>;

const whole = ({ data, history }: ArrayRun) => data.counts.train >= 12_000 && history.loss!.length >= 5;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<ArrayRun>[] = [
  {
    id: 'test-accuracy',
    title: { en: 'It reads at least 91 % of the test digits right', zh: '在测试数字上至少读对 91 %' },
    passed: (run) => (whole(run) ? run.test.accuracy! >= 0.91 : undefined),
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
  {
    id: 'same-as-the-twin',
    title: {
      en: 'The arrays and the layers of the package give the same logits',
      zh: '数组网络与程序包的层给出相同的 logits',
    },
    passed: ({ answers }) => answers.difference < 1e-3,
    found: ({ answers }) => ({
      en: `they differ by ${answers.difference.toExponential(1)} at most`,
      zh: `最大相差 ${answers.difference.toExponential(1)}`,
    }),
  },
];
