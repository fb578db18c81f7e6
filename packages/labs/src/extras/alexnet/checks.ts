import type { LabCheck, LabRun } from '../../define-lab';
import type { Answers } from '../../labs/shared/class-answers';
import type { DigitsData } from '../../labs/shared/digits';
import { inAll, percent, readable } from '../../texts';
import type { AlexNet } from './network';

/** What the network says, and what the weights that were saved say. */
export interface AlexAnswers extends Answers {
  saved: {
    /** Where they lie, and how many bytes. */
    place: string;
    bytes: number;
    /** The largest difference between a probability before saving and after loading. */
    difference: number;
  };
}

export type AlexRun = LabRun<DigitsData, AlexNet, AlexAnswers>;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<AlexRun>[] = [
  {
    id: 'parameters',
    title: { en: 'The network has 27,672,714 parameters', zh: '网络有 27,672,714 个参数' },
    passed: ({ net }) => net.countParams() === 27_672_714,
    found: ({ net }) => inAll(readable(net.countParams())),
  },
  {
    id: 'test-accuracy',
    title: { en: 'After two epochs on all digits it reads 98 % right', zh: '用全部数字训练两个轮次后读对 98 %' },
    passed: ({ start, epochs, test }) =>
      start.data.train >= 60_000 && epochs.length >= 2 ? test.accuracy! >= 0.98 : undefined,
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
  {
    id: 'validated-every-other',
    title: { en: 'It was validated after every second epoch only', zh: '只在每第二个轮次之后验证' },
    passed: ({ history }) => (history.val_accuracy?.length ?? 0) === Math.floor(history.accuracy!.length / 2),
    found: ({ history }) => ({
      en: `epochs: ${history.accuracy!.length}, validations: ${history.val_accuracy?.length ?? 0}`,
      zh: `${history.accuracy!.length} 个轮次里验证 ${history.val_accuracy?.length ?? 0} 次`,
    }),
  },
  {
    id: 'weights-saved',
    title: {
      en: 'Another network with the saved weights gives the very same answers',
      zh: '载入所存权重的另一个网络给出完全相同的回答',
    },
    passed: ({ answers }) => answers.saved.difference === 0,
    found: ({ answers }) => ({
      en: `they differ by ${answers.saved.difference}`,
      zh: `相差 ${answers.saved.difference}`,
    }),
  },
];
