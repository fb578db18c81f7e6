import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Plane } from './ask-plane';
import type { MoonsData } from './moons-data';
import type { Variant } from './networks';

/** What each network did over the epochs, what it says over the plane, and how large its weights are. */
export type PlaneAnswers = Readonly<
  Record<
    Variant,
    {
      history: Readonly<Record<string, readonly number[]>>;
      plane: Plane;
      /** The sum of the squares of its hidden weights: what L2 makes dear. */
      squares: number;
    }
  >
>;

export type PlaneRun = LabRun<MoonsData, Record<Variant, Sequential>, PlaneAnswers>;

const whole = ({ answers, data }: PlaneRun) => answers.plain.history.loss!.length >= 300 && data.counts.train >= 120;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<PlaneRun>[] = [
  {
    id: 'plain-overfits',
    title: {
      en: 'Without help, the test loss ends at one and a half times its least, or more',
      zh: '不加约束时，测试损失最后至少是最低值的 1.5 倍',
    },
    passed: (run) => {
      const { val_binary_crossentropy: values = [] } = run.answers.plain.history;
      return whole(run) ? values.at(-1)! >= 1.5 * Math.min(...values) : undefined;
    },
    found: ({ answers }) => {
      const { val_binary_crossentropy: values = [] } = answers.plain.history;
      return inAll(`${readable(Math.min(...values), 3)} → ${readable(values.at(-1) ?? Number.NaN, 3)}`);
    },
  },
  holdsDown('l2', 'L2'),
  holdsDown('dropout', 'Dropout'),
  {
    id: 'l2-shrinks',
    title: {
      en: 'With L2 the squares of the hidden weights add up to half as much at most',
      zh: '加 L2 后，隐藏层权重的平方和至多是原来的一半',
    },
    passed: (run) => (whole(run) ? run.answers.l2.squares <= 0.5 * run.answers.plain.squares : undefined),
    found: ({ answers: { l2, plain } }) => inAll(`${readable(l2.squares, 1)} / ${readable(plain.squares, 1)}`),
  },
];

function holdsDown(variant: 'l2' | 'dropout', name: string): LabCheck<PlaneRun> {
  return {
    id: `${variant}-holds-down`,
    title: {
      en: `${name}: the test loss is at most 0.8 of the plain network's, and the accuracy no worse by more than a point`,
      zh: `${name}：测试损失不超过无约束网络的 0.8 倍，准确率至多低一个百分点`,
    },
    passed: (run) =>
      whole(run)
        ? run.test[`${variant}_loss`]! <= 0.8 * run.test.plain_loss! &&
          run.test[`${variant}_accuracy`]! >= run.test.plain_accuracy! - 0.01
        : undefined,
    found: ({ test }) =>
      inAll(
        `${readable(test[`${variant}_loss`]!, 3)} / ${readable(test.plain_loss!, 3)}, ${percent(test[`${variant}_accuracy`])} / ${percent(test.plain_accuracy)}`,
      ),
  };
}
